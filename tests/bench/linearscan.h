#pragma once

#include <QByteArray>

#include <string>
#include <vector>

/// What older systems do when the phone rings: every stored number is cleaned of what is no digit, and each is compared with the
/// last ten digits of the caller's.
class LinearScan
{
public:
    void add(const QByteArray &text, int customer) { m_rows.push_back({text.toStdString(), customer}); }
    [[nodiscard]] int find(const QByteArray &ten) const
    {
        const std::string wanted = ten.toStdString();
        std::string digits;
        for (const Row &row : m_rows) {
            digits.clear();
            for (const char c : row.text) {
                if (c >= '0' && c <= '9')
                    digits += c;
            }
            if (digits.size() >= wanted.size() && digits.compare(digits.size() - wanted.size(), wanted.size(), wanted) == 0)
                return row.customer;
        }
        return -1;
    }

private:
    struct Row {
        std::string text;
        int customer;
    };
    std::vector<Row> m_rows;
};
