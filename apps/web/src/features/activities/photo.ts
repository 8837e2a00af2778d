import { EVIDENCE_LIMITS, EVIDENCE_TYPES } from '@ekinerja/contracts/activities';
import { newId } from '../../lib/api';
import type { KeptFile } from '../../lib/device';

const LONGEST_SIDE = 1600;
/** A photo below this goes as it is. */
const SMALL_BYTES = 500 * 1024;
const QUALITY = 0.82;

export type FileRefusal = 'kind' | 'size' | 'many';

/** A file as evidence, photos made smaller for a slow line; or why not. */
export async function asEvidence(file: File, already: number): Promise<KeptFile | FileRefusal> {
  if (already >= EVIDENCE_LIMITS.files) return 'many';
  const photo = file.type.startsWith('image/');
  const content = photo && (file.size > SMALL_BYTES || !known(file.type)) ? await smaller(file) : file;
  if (!known(content.type)) return 'kind';
  if (content.size > EVIDENCE_LIMITS.fileBytes) return 'size';
  const name = content === file ? file.name : `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
  return { id: newId(), name, type: content.type, content };
}

const known = (type: string) => (EVIDENCE_TYPES as readonly string[]).includes(type);

/** Also turns what the browser can read but the server does not take (HEIC on some phones) into JPEG. */
async function smaller(file: File): Promise<Blob> {
  if (typeof createImageBitmap === 'undefined') return file;
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return made && made.size < file.size ? made : file;
  } catch {
    return file;
  }
}
