import { PDFiumLibrary } from '@hyzyla/pdfium';
import decodeQR from 'qr/decode.js';

/** So fine that the modules of a 2.2 cm code stand several pixels wide. */
const SCALE = 3;

/** What the QR code on a printed paper says: the PDF is drawn as a printer would, and the picture is read. */
export async function qrOnPaper(pdf: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(pdf);
    for (const page of [...document.pages()].toReversed()) {
      const { data, width, height } = await page.render({ scale: SCALE, render: 'bitmap' });
      try {
        return decodeQR({ data, width, height });
      } catch {
        // No code on this page.
      }
    }
    throw new Error('no QR code on any page');
  } finally {
    library.destroy();
  }
}
