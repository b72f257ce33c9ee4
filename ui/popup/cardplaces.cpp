#include "callcard_p.h"

#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>

#include <QPushButton>
#include <QStyle>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
/// What a card gives up, in this order, when the screen is low.
enum Level { Everything, NoFacts, NoOldNote, TwoRows, Levels };
constexpr int kPlaceBottom = 14; // under the last part when no button stands there
constexpr int kPlaceEnd = 12;
} // namespace

void CallCard::Private::relayout()
{
    if (!filled)
        return;
    const Theme &theme = Theme::current();
    const bool tiny = form == CardForm::Compact && !noteOpen && !transferOpen;
    QSize wanted(theme.px(tiny ? size::cardCompactWidth : size::cardWidth), theme.px(size::cardCompactHeight));
    if (tiny) {
        wanted.setHeight(place(wanted.width(), Everything));
    } else {
        for (int level = Everything; level < Levels; ++level) {
            wanted.setHeight(place(wanted.width(), level));
            if (wanted.height() <= heightLimit)
                break;
        }
    }
    if (wanted == size)
        return;
    size = wanted;
    q.updateGeometry();
    Q_EMIT
    q.sizeChanged();
}

int CallCard::Private::place(int width, int level)
{
    const Theme &theme = Theme::current();
    const bool tiny = form == CardForm::Compact && !noteOpen && !transferOpen;
    compact->setVisible(tiny);
    band->setVisible(!tiny);
    identity->setVisible(!tiny);
    if (tiny) {
        for (QWidget *part : std::initializer_list<QWidget *>{choices, memory, legs, note, transfer, actions, small, more})
            part->hide();
        compact->setGeometry(0, 0, width, theme.px(size::cardCompactHeight));
        return theme.px(size::cardCompactHeight);
    }

    int y = 0;
    const auto put = [&](QWidget *part, int height) {
        part->setVisible(height > 0);
        if (height > 0)
            part->setGeometry(0, y, width, height);
        y += height;
    };
    band->setPinShown(card.call.isLive() && !isSmall());
    put(band, theme.px(size::cardBand));

    // One small button at the end of the small forms: what one most likely wants.
    const bool little = isSmall();
    const bool writes = little && (face.small ? !face.buttons.isEmpty() : face.writesNotes) && !options.screenShared;
    const bool menu = little && !writes && actions->hasMenu();
    if (writes) {
        const CardButton button =
            face.small ? face.buttons.first() : CardButton{.wish = Wish::Note, .text = CallCard::tr("Note"), .icon = u"note"_s};
        small->setText(button.text);
        small->setIcon(button.icon.isEmpty() ? QIcon() : lineIcon(button.icon));
        small->setAccessibleName(button.spoken.isEmpty() ? button.text : button.spoken);
    }
    const int room = writes ? small->sizeHint().width() + kPlaceEnd : menu ? more->sizeHint().width() + kPlaceEnd : 0;
    identity->setSmall(little, room);
    const int top = y;
    put(identity, identity->wantedHeight());
    const auto atEnd = [&](QWidget *button, int middle) {
        const QSize hint = button->sizeHint();
        button->setGeometry(QStyle::visualRect(q.layoutDirection(), QRect(0, 0, width, y),
                                               QRect(QPoint(width - kPlaceEnd - 2 - hint.width(), middle - hint.height() / 2), hint)));
        button->raise();
    };
    small->setVisible(writes);
    more->setVisible(menu);
    if (writes)
        atEnd(small, top + (y - top) / 2);
    if (menu)
        atEnd(more, top + (y - top) / 2);
    if (little) {
        for (QWidget *part : std::initializer_list<QWidget *>{choices, memory, legs, note, transfer, actions})
            part->hide();
        return y;
    }

    choices->setMost(level >= TwoRows ? 2 : 4);
    put(choices, choices->wantedHeight());
    put(legs, legs->wantedHeight());
    const bool notes = showsNotes();
    const bool talking = card.call.state == CallState::Active || card.call.state == CallState::Held;
    memory->setNoteShown(!notes && level < NoOldNote);
    memory->setFactsShown(!notes && level < NoFacts);
    put(memory, talking && (notes || transferOpen) ? 0 : memory->heightFor(width));
    put(transfer, transferOpen ? transfer->wantedHeight() : 0);
    const bool alone = notes && face.buttons.isEmpty(); // then ⋯ stands beside the outcomes and saves a row
    const bool outcomes = notes && (talking || !card.call.isLive()) && note->hasOutcomes();
    const bool beside = alone && outcomes && actions->hasMenu();
    if (notes) {
        note->setSlim(card.call.state == CallState::Ringing && !noteOpen);
        note->setOutcomesShown(outcomes, beside ? more->sizeHint().width() + 6 : 0);
        put(note, note->heightFor(width));
    } else {
        note->hide();
    }
    if (beside) {
        more->show();
        atEnd(more, note->y() + note->chipsTop(width) + more->sizeHint().height() / 2 - 1);
    }
    put(actions, beside || transferOpen || options.screenShared ? 0 : actions->wantedHeight());
    return actions->isVisibleTo(&q) || transferOpen || (notes && outcomes) ? y : y + kPlaceBottom;
}

void CallCard::resizeEvent(QResizeEvent *)
{
    d->relayout();
}

} // namespace callcard::ui
