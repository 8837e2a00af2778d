export default function EstimatePage() {
  return null;
}
