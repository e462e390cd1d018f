/** An address, or a part of one, with what `%20` and the like stand for; as it is where they stand for nothing. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
