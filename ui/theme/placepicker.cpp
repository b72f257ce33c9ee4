#include <callcard/ui/placepicker.h>

#include <QKeyEvent>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

PlacePicker::PlacePicker(Kind kind, QWidget *parent) : QComboBox(parent), m_kind(kind)
{
    setMaxVisibleItems(12);
    connect(this, &QComboBox::activated, this, [this] {
        Q_EMIT
        chosen(value());
    });
}

QString PlacePicker::nameOf(Kind kind, const QString &code)
{
    if (kind == Kind::TimeZone)
        return QString(code).replace(u'_', u' ');
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QString(QLocale::territoryToString(territory) + u" ("_s + code + u')');
}

void PlacePicker::setValue(const QString &code)
{
    int at = findData(code);
    if (at < 0 && !code.isEmpty()) {
        insertItem(0, nameOf(m_kind, code), code);
        at = 0;
    }
    setCurrentIndex(at);
}

void PlacePicker::showPopup()
{
    fill();
    QComboBox::showPopup();
}

void PlacePicker::keyPressEvent(QKeyEvent *event)
{
    if (!event->text().isEmpty() || event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        fill();
    QComboBox::keyPressEvent(event);
}

void PlacePicker::fill()
{
    if (std::exchange(m_filled, true))
        return;
    QList<std::pair<QString, QString>> rows;
    if (m_kind == Kind::Country) {
        for (int i = QLocale::AnyTerritory + 1; i <= QLocale::LastTerritory; ++i) {
            const QString code = QLocale::territoryToCode(static_cast<QLocale::Territory>(i));
            if (code.size() == 2)
                rows.append({nameOf(m_kind, code), code});
        }
    } else {
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            const QString code = QString::fromLatin1(id);
            if (code.contains(u'/') && !code.startsWith("Etc/"_L1))
                rows.append({nameOf(m_kind, code), code});
        }
    }
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    const QString now = value();
    clear();
    for (const auto &[name, code] : std::as_const(rows))
        addItem(name, code);
    setValue(now);
}

} // namespace callcard::ui
