#include "customerfields.h"

#include <QRegularExpression>

namespace callcard::firestore {

using namespace Qt::Literals::StringLiterals;

const Value &Reading::first(std::initializer_list<QString> names) const
{
    static const Value nothing;
    for (const QString &name : names) {
        const Value *value = find(name);
        if (value != nullptr && !value->isNull() && !(value->as<QString>() != nullptr && value->as<QString>()->trimmed().isEmpty()))
            return *value;
    }
    return nothing;
}

QString Reading::text(std::initializer_list<QString> names, qsizetype longest) const
{
    return plainText(first(names), longest).simplified();
}

QDateTime Reading::time(std::initializer_list<QString> names) const
{
    const Value &value = first(names);
    const QDateTime when = instantIn(value);
    return when.isValid() ? when : sourceTime(plainText(value, 40));
}

bool Reading::flag(std::initializer_list<QString> names) const
{
    const Value &value = first(names);
    if (const bool *is = value.as<bool>())
        return *is;
    static const QStringList yes{u"true"_s, u"1"_s, u"yes"_s, u"checked"_s, u"x"_s};
    return yes.contains(plainText(value, 20).trimmed().toLower());
}

const Map &Reading::map(const QString &name) const
{
    static const Map nothing;
    const Value *value = find(name);
    const Map *inner = value != nullptr ? value->as<Map>() : nullptr;
    return inner != nullptr ? *inner : nothing;
}

const Value &Reading::at(const QString &path) const
{
    static const Value nothing;
    if (const Value *value = find(path))
        return *value;
    const qsizetype dot = path.indexOf(u'.');
    return dot < 0 ? nothing : Reading(map(path.left(dot))).at(path.mid(dot + 1));
}

const Value *Reading::find(const QString &name) const
{
    if (const auto exact = m_fields.find(name); exact != m_fields.end())
        return &exact->second;
    if (!name.startsWith("cf_"_L1))
        return nullptr;
    const QString labelled = QString(u' ' + name);
    for (const auto &[field, value] : m_fields) {
        if (field.endsWith(labelled))
            return &value;
    }
    return nullptr;
}

namespace {

constexpr qsizetype kLongestMapped = 4000;
constexpr qsizetype kMostMapped = 40;

/// "Phone Number 2", "phoneNumbers", "Main Phone cf_699010", "mobile": but not the type of one, nor when somebody called.
bool isPhoneField(const QString &name, const CustomFields &custom)
{
    static const QRegularExpression words(u"phone|mobile|\\bcell\\b|telephone"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression others(u"type|date|count|_at\\b|At$|id$"_s);
    static const QRegularExpression otherWords(u"\\b(?:type|date|count)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (name == custom.mainPhone || name.endsWith(QString(u' ' + custom.mainPhone)))
        return true;
    return words.match(name).hasMatch() && !others.match(name).hasMatch() && !otherWords.match(name).hasMatch();
}

bool isEmailField(const QString &name, const CustomFields &custom)
{
    static const QRegularExpression words(u"^(?:work |home |other )?e-?mails?(?:\\b|[A-Z]|$)"_s, QRegularExpression::CaseInsensitiveOption);
    return name == custom.workEmail || name.endsWith(QString(u' ' + custom.workEmail)) || words.match(name).hasMatch();
}

void addPhone(RecordDraft &draft, const Value &value, const QString &label)
{
    const QString text = plainText(value, 100).trimmed();
    if (!text.isEmpty() && draft.phones.size() < 40)
        draft.phones.append({text, label});
}

void addEmail(RecordDraft &draft, const Value &value)
{
    const QString text = plainText(value, 320).trimmed();
    QList<QString> &emails = draft.record.customer.emails;
    if (text.contains(u'@') && !emails.contains(text, Qt::CaseInsensitive) && emails.size() < 12)
        emails.append(text);
}

/// A scalar, a list of scalars, or a list of {number|email|value, category}.
template <typename Add>
void eachIn(const Value &value, const QString &label, const Add &add)
{
    const List *list = value.as<List>();
    if (list == nullptr) {
        add(value, label);
        return;
    }
    for (const Value &one : *list) {
        const Map *map = one.as<Map>();
        if (map == nullptr) {
            add(one, label);
            continue;
        }
        const Reading inner(*map);
        add(inner.first({u"number"_s, u"email"_s, u"value"_s, u"phone"_s}), inner.text({u"category"_s, u"type"_s, u"label"_s}, 40));
    }
}

} // namespace

QList<std::pair<QString, QString>> textsOf(const Value &value)
{
    QList<std::pair<QString, QString>> texts;
    eachIn(value, {}, [&](const Value &one, const QString &label) {
        const QDateTime when = one.as<Timestamp>() != nullptr ? instantIn(one) : QDateTime();
        const bool isYes = one.as<bool>() != nullptr && *one.as<bool>();
        const QString text = when.isValid() ? when.toString(Qt::ISODateWithMs)
                             : isYes        ? u"yes"_s
                                            : plainText(one, kLongestMapped).trimmed();
        if (!text.isEmpty() && texts.size() < kMostMapped)
            texts.append({text, label});
    });
    return texts;
}

void readWaysToReach(RecordDraft &draft, const Reading &reading, const CustomFields &custom)
{
    // The lists know what each number is; what a spreadsheet or a copy has comes behind them, unless it is a new one.
    for (const bool lists : {true, false}) {
        for (const auto &[name, value] : reading.all()) {
            if ((value.as<List>() != nullptr) != lists)
                continue;
            const QString label = reading.text({QString(name + u" Type"_s)}, 40);
            if (isPhoneField(name, custom))
                eachIn(value, label, [&](const Value &one, const QString &kind) { addPhone(draft, one, kind); });
            else if (isEmailField(name, custom))
                eachIn(value, label, [&](const Value &one, const QString &) { addEmail(draft, one); });
        }
    }
}

} // namespace callcard::firestore
