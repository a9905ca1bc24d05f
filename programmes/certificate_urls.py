"""Where anybody checks a certificate: short addresses, as they stand on the paper."""

from django.urls import path

from programmes.views import certificates

urlpatterns = [
    path("", certificates.CertificateCheck.as_view(), name="certificate-check"),
    path("<str:code>/", certificates.CertificatePage.as_view(), name="certificate"),
    path("<str:code>/certificate.pdf", certificates.certificate_pdf, name="certificate-pdf"),
]
