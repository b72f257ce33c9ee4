#include "certificate.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>

namespace callcard::testing {

namespace {

template <auto Free>
struct Freed {
    template <typename T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};
using File = std::unique_ptr<std::FILE, Freed<std::fclose>>;

bool addExtension(X509 *certificate, int nid, const std::string &value)
{
    const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension(X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1);
}

} // namespace

bool writeCertificate(const std::string &certificateFile, const std::string &keyFile, const std::string &names)
{
    const std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>> key(EVP_EC_gen("P-256"));
    const std::unique_ptr<X509, Freed<X509_free>> certificate(X509_new());
    if (!key || !certificate)
        return false;
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24 * 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("callcard test"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    if (!addExtension(certificate.get(), NID_subject_alt_name, names) || !addExtension(certificate.get(), NID_basic_constraints, "CA:TRUE"))
        return false;
    if (!X509_sign(certificate.get(), key.get(), EVP_sha256()))
        return false;
    const File certificateOut(std::fopen(certificateFile.c_str(), "w"));
    const File keyOut(std::fopen(keyFile.c_str(), "w"));
    return certificateOut && keyOut && PEM_write_X509(certificateOut.get(), certificate.get()) &&
           PEM_write_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
}

} // namespace callcard::testing
