#pragma once

#include <callcard/phonenumber.h>

#include <QByteArray>
#include <QString>

/// A million invented customers, the same ones each time: every second one has a second number. All numbers are on the exchange
/// 555, which no telephone company gives out, in all 712 area codes that can exist.
class SyntheticCustomers
{
public:
    explicit SyntheticCustomers(int customers) : m_customers(customers) {}

    [[nodiscard]] int count() const { return m_customers; }
    [[nodiscard]] int numberCount() const { return m_customers + m_customers / 2; }
    /// Ten digits. The same for the same index, different for different ones up to seven million.
    [[nodiscard]] static QByteArray digits(int index);
    [[nodiscard]] static callcard::PhoneNumber number(int index);
    [[nodiscard]] QByteArray firstName(int customer) const;
    [[nodiscard]] QByteArray lastName(int customer) const;
    [[nodiscard]] QByteArray company(int customer) const; ///< Three customers each.
    [[nodiscard]] bool writeCsv(const QString &path) const;
    [[nodiscard]] bool writeVcards(const QString &path) const;

private:
    [[nodiscard]] QByteArray row(int customer) const;
    int m_customers;
};
