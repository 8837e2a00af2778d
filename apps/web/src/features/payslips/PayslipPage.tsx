export default function PayslipPage() {
  return null;
}
