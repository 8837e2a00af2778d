import { toString } from 'qrcode';

/** The address as a QR code, drawn as SVG. */
export async function qrSvg(text: string): Promise<string> {
  return toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 });
}
