#pragma once

#include <QAccessible>
#include <QStringList>

#include <functional>

class QAbstractButton;
class QWidget;

namespace callcard::ui {

/// What is painted must also be heard. To a screen reader a widget of our own is air until it has a role; what it then says is its
/// accessible name. The first call comes before the first name.
void speakAs(QWidget *widget, QAccessible::Role role);
/// These words, as a text beside others; without words it is not there.
void say(QWidget *widget, const QString &words);
/// The same for what changes by itself, a timer above all: found out when somebody asks, and never read out at a change.
void sayWhenAsked(QWidget *widget, const std::function<QString()> &words);
/// What belongs together under one name: two buttons "Sign in" are told apart by it.
void speakAsGroup(QWidget *widget, const QString &name);
/// A button that stays down, of our own painting: whoever listens chooses it as a click does. After setCheckable().
void speakAsChoice(QAbstractButton *button, bool oneOfSeveral);
/// Something that comes by itself and is read out at once, with its name, without the focus moving. See announce().
void speakAsNews(QWidget *widget);
/// Read out again, for it says something else now. `comes`: it is on its way into sight, which Qt tells by itself on Linux.
void announce(QWidget *widget, bool comes = false);
/// The label is heard as that of the control.
void setLabelOf(QWidget *label, QWidget *control);
/// What it paints others say: initials beside a name, a legend, the picture of something.
void leaveUnsaid(QWidget *widget);
/// A tool tip of plain text, which screen readers hear as text: Qt would give them the markup.
void setSpokenToolTip(QWidget *widget, const QString &text);
/// As it is read out: signs that a synthesiser would call by their names are pauses or words.
[[nodiscard]] QString aloud(QString text);
/// Parts of a sentence to listen to, without the empty ones.
[[nodiscard]] QString spokenParts(QStringList parts);
/// A key as it is called where a keycap shows a sign: "Enter", "Up".
[[nodiscard]] QString spokenKey(const QString &key);

} // namespace callcard::ui
