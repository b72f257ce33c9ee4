#include "syntheticcustomers.h"

#include <QFile>

#include <array>
#include <vector>

namespace {

constexpr int kLines = 10'000; ///< 555-0000 to 555-9999

const std::vector<int> &areaCodes()
{
    static const std::vector<int> codes = [] {
        std::vector<int> list;
        for (int code = 200; code < 1000; ++code) {
            const bool service = code % 100 == 11;
            const bool reserved = code / 10 % 10 == 9;
            if (!service && !reserved)
                list.push_back(code);
        }
        return list;
    }();
    return codes;
}

constexpr std::array kOnsets{"b", "br", "c", "ch", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "st", "t", "v", "w"};
constexpr std::array kVowels{"a", "e", "i", "o", "u", "ai", "ea", "ou"};
constexpr std::array kCodas{"n", "r", "s", "l", "th", "ck", "rd", "ng", "m", "x"};

/// A word one can say: syllables drawn by the number alone.
QByteArray word(quint64 seed, int syllables)
{
    QByteArray text;
    for (int i = 0; i < syllables; ++i) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        text += kOnsets.at((seed >> 33U) % kOnsets.size());
        text += kVowels.at((seed >> 43U) % kVowels.size());
    }
    text += kCodas.at((seed >> 53U) % kCodas.size());
    text[0] = static_cast<char>(text.at(0) - 'a' + 'A');
    return text;
}

/// Some names are common and most are rare, as everywhere.
quint64 skewed(quint64 seed, quint64 many)
{
    const quint64 mixed = (seed * 0x9e3779b97f4a7c15U) >> 20U;
    return mixed % (mixed % 3 == 0 ? many / 50 + 1 : many);
}

} // namespace

QByteArray SyntheticCustomers::digits(int index)
{
    const auto all = static_cast<quint64>(areaCodes().size()) * kLines;
    const quint64 place = static_cast<quint64>(index) * 2'654'435'761U % all; // a prime, so no two of them meet
    return QByteArray::number(areaCodes().at(place / kLines)) + "555" + QByteArray::number(place % kLines).rightJustified(4, '0');
}

callcard::PhoneNumber SyntheticCustomers::number(int index)
{
    return callcard::PhoneNumber::fromE164(QString::fromLatin1("+1" + digits(index))).value();
}

QByteArray SyntheticCustomers::firstName(int customer) const
{
    return word(skewed(static_cast<quint64>(customer), 3000) + 7, 1 + customer % 2);
}

QByteArray SyntheticCustomers::lastName(int customer) const
{
    return word(skewed(static_cast<quint64>(customer) + 77, 60'000) + 100'000, 2);
}

QByteArray SyntheticCustomers::company(int customer) const
{
    static constexpr std::array kinds{"Supply",   "Foods",    "Interiors", "Dental Group", "Roasters", "Hardware", "Paper",  "Logistics",
                                      "Bakeries", "Textiles", "Imports",   "Partners",     "Studios",  "Farms",    "Optics", "Tools"};
    const auto number = static_cast<quint64>(customer) / 3;
    return word(skewed(number + 5, 40'000) + 900'000, 3) + ' ' + kinds.at(number % kinds.size());
}

QByteArray SyntheticCustomers::row(int customer) const
{
    static constexpr std::array cities{"Toronto", "Denver", "Chicago", "Calgary", "Seattle", "Austin", "Halifax", "Boston"};
    const QByteArray first = firstName(customer);
    const QByteArray last = lastName(customer);
    const QByteArray firm = company(customer);
    const auto formatted = [](int index) -> QByteArray {
        const QByteArray ten = digits(index);
        return '(' + ten.left(3) + ") " + ten.mid(3, 3) + '-' + ten.mid(6);
    };
    return QByteArray::number(customer + 1) + ',' + first + ',' + last + ',' + firm + ',' + formatted(customer) + ',' +
           (customer % 2 == 0 ? formatted(m_customers + customer / 2) : QByteArray()) + ',' + first.toLower() + '.' + last.toLower() + '@' +
           firm.left(firm.indexOf(' ')).toLower() + ".example,rep" + QByteArray::number(customer % 40) + "@callcard.example," +
           cities.at(static_cast<std::size_t>(customer) % cities.size()) + ',' + (customer % 20 == 0 ? "yes" : "no") + '\n';
}

bool SyntheticCustomers::writeCsv(const QString &path) const
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly))
        return false;
    QByteArray block = "Contact ID,First Name,Last Name,Company,Phone,Mobile,Email,Owner Email,City,Active\n";
    for (int customer = 0; customer < m_customers; ++customer) {
        block += row(customer);
        if (block.size() > 1'000'000 && file.write(std::exchange(block, {})) < 0)
            return false;
    }
    return file.write(block) == block.size();
}

bool SyntheticCustomers::writeVcards(const QString &path) const
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly))
        return false;
    for (int customer = 0; customer < m_customers; ++customer) {
        QByteArray card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + QByteArray::number(customer + 1) + "\r\nN:" + lastName(customer) + ';' +
                          firstName(customer) + ";;;\r\nFN:" + firstName(customer) + ' ' + lastName(customer) + "\r\nTEL;TYPE=WORK:+1" +
                          digits(customer) + "\r\n";
        if (customer % 2 == 0)
            card += "TEL;TYPE=CELL:+1" + digits(m_customers + customer / 2) + "\r\n";
        if (file.write(card + "END:VCARD\r\n") < 0)
            return false;
    }
    return true;
}
