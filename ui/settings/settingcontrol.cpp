#include "settingcontrol.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/placepicker.h>
#include <callcard/ui/settingtexts.h>
#include <callcard/ui/spoken.h>

#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWide = 260;
constexpr int kMiddle = 200;
constexpr int kNarrow = 112;
using Changed = std::function<void(const QVariant &)>;

/// A wheel over a page scrolls the page: a value changes only under the one that has the keyboard.
class WheelGuard final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::Wheel || !widget || widget->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

template <typename Widget>
Widget *prepared(Widget *widget, int width)
{
    widget->setFixedWidth(Theme::current().px(width));
    widget->setFocusPolicy(Qt::StrongFocus);
    widget->installEventFilter(new WheelGuard(widget));
    return widget;
}

SettingControl flagControl(const SettingWords &words, const Changed &changed)
{
    auto *toggle = new Switch(words.label);
    QObject::connect(toggle, &QCheckBox::toggled, toggle, [changed](bool on) { changed(on); });
    return {toggle, [toggle](const QVariant &value) {
                const QSignalBlocker quiet(toggle);
                toggle->setChecked(value.toBool());
            }};
}

SettingControl choiceControl(const SettingInfo &info, const SettingWords &words, const Changed &changed)
{
    auto *box = prepared(new QComboBox, kMiddle);
    for (qsizetype i = 0; i < info.choices.size(); ++i)
        box->addItem(words.choices.value(i, info.choices.at(i)), info.choices.at(i));
    QObject::connect(box, &QComboBox::activated, box, [box, changed](int index) { changed(box->itemData(index)); });
    return {box, [box](const QVariant &value) { box->setCurrentIndex(box->findData(value)); }};
}

SettingControl placeControl(PlacePicker::Kind kind, const Changed &changed)
{
    auto *box = prepared(new PlacePicker(kind), kWide);
    QObject::connect(box, &PlacePicker::chosen, box, [changed](const QString &code) { changed(code); });
    return {box, [box](const QVariant &value) { box->setValue(value.toString()); }};
}

SettingControl numberControl(const SettingInfo &info, const SettingWords &words, const Changed &changed)
{
    auto *box = prepared(new QSpinBox, kNarrow);
    box->setRange(info.least, info.most);
    box->setSuffix(words.unit);
    box->setKeyboardTracking(false); // a half-typed number is none
    QObject::connect(box, &QSpinBox::valueChanged, box, [changed](int value) { changed(value); });
    return {box, [box](const QVariant &value) {
                const QSignalBlocker quiet(box);
                box->setValue(value.toInt());
            }};
}

SettingControl timeControl(const Changed &changed)
{
    auto *edit = prepared(new QTimeEdit, kNarrow);
    edit->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat));
    edit->setKeyboardTracking(false);
    QObject::connect(edit, &QTimeEdit::timeChanged, edit, [changed](QTime time) { changed(time.toString(u"HH:mm"_s)); });
    return {edit, [edit](const QVariant &value) {
                const QSignalBlocker quiet(edit);
                edit->setTime(QTime::fromString(value.toString(), u"HH:mm"_s));
            }};
}

SettingControl keysControl(const Changed &changed)
{
    auto *edit = new QKeySequenceEdit;
    edit->setFixedWidth(Theme::current().px(kMiddle));
    QObject::connect(edit, &QKeySequenceEdit::editingFinished, edit, [edit, changed] {
        const QKeySequence keys = edit->keySequence();
        const QKeySequence first = keys.isEmpty() ? keys : QKeySequence(keys[0]); // a global key has no second stroke
        edit->setKeySequence(first);
        changed(first.toString(QKeySequence::PortableText));
    });
    return {edit, [edit](const QVariant &value) {
                const QSignalBlocker quiet(edit);
                edit->setKeySequence(QKeySequence(value.toString(), QKeySequence::PortableText));
            }};
}

SettingControl pickControl(const SettingInfo &info, const SettingWords &words, const Changed &changed)
{
    auto *group = new QWidget;
    speakAsGroup(group, words.label);
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    QList<QCheckBox *> boxes;
    for (qsizetype i = 0; i < info.choices.size(); ++i) {
        boxes.append(new QCheckBox(words.choices.value(i, info.choices.at(i))));
        column->addWidget(boxes.last());
    }
    for (QCheckBox *box : boxes) {
        QObject::connect(box, &QCheckBox::toggled, group, [boxes, changed, names = info.choices] {
            QStringList chosen;
            for (qsizetype i = 0; i < boxes.size(); ++i) {
                if (boxes.at(i)->isChecked())
                    chosen.append(names.at(i));
            }
            changed(chosen);
        });
    }
    return {group, [boxes, names = info.choices](const QVariant &value) {
                const QStringList chosen = value.toStringList();
                for (qsizetype i = 0; i < boxes.size(); ++i) {
                    const QSignalBlocker quiet(boxes.at(i));
                    boxes.at(i)->setChecked(chosen.contains(names.at(i)));
                }
            }};
}

SettingControl textControl(const SettingInfo &info, const Changed &changed)
{
    auto *field = new QLineEdit;
    field->setFixedWidth(Theme::current().px(kWide));
    const bool isList = info.kind == SettingKind::List;
    QObject::connect(field, &QLineEdit::editingFinished, field, [field, changed, isList] {
        if (!field->isModified())
            return;
        field->setModified(false);
        if (!isList) {
            changed(field->text().trimmed());
            return;
        }
        QStringList list;
        for (const QString &part : field->text().split(u',', Qt::SkipEmptyParts)) {
            if (!part.trimmed().isEmpty())
                list.append(part.trimmed());
        }
        changed(list);
    });
    return {field, [field, isList](const QVariant &value) {
                const QString text = isList ? value.toStringList().join(u", "_s) : value.toString();
                if (field->text() == text)
                    return;
                field->setText(text);
                field->setCursorPosition(0);
            }};
}

} // namespace

SettingControl makeSettingControl(const SettingInfo &info, const SettingWords &words, const Changed &changed)
{
    SettingControl control;
    if (info.key.endsWith("/hotkey"_L1)) {
        control = keysControl(changed);
    } else {
        switch (info.kind) {
        case SettingKind::Flag:
            control = flagControl(words, changed);
            break;
        case SettingKind::Choice:
            control = choiceControl(info, words, changed);
            break;
        case SettingKind::Number:
            control = numberControl(info, words, changed);
            break;
        case SettingKind::TimeOfDay:
            control = timeControl(changed);
            break;
        case SettingKind::Region:
            control = placeControl(PlacePicker::Kind::Country, changed);
            break;
        case SettingKind::TimeZone:
            control = placeControl(PlacePicker::Kind::TimeZone, changed);
            break;
        case SettingKind::List:
            control = info.choices.isEmpty() ? textControl(info, changed) : pickControl(info, words, changed);
            break;
        default:
            control = textControl(info, changed);
        }
    }
    control.widget->setAccessibleName(words.label);
    control.widget->setAccessibleDescription(words.help);
    return control;
}

} // namespace callcard::ui
