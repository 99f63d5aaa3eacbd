import { PikzelsError } from './pikzelsClient';

/** What the upload form says when an image is refused. */
export function explainRefusedImage(error: unknown): string {
  if (!(error instanceof PikzelsError)) return 'Something went wrong. Please try again.';
  if (error.code === 'IMAGE_TOO_LARGE') {
    return 'The image is larger than 10 MB.';
  } else if (error.code === 'INVALID_IMAGE') {
    return 'The image cannot be read. PNG and JPEG files work best.';
  } else if (error.code === 'SUPPORT_IMAGE_NOT_SUPPORTED') {
    return 'This model takes no support image. Choose another model.';
  } else {
    return `The image was refused (request ${error.requestId}).`;
  }
}
