#pragma once

#include "actionrow.h"
#include "band.h"
#include "choicelist.h"
#include "compactface.h"
#include "identity.h"
#include "legsrow.h"
#include "memorybox.h"
#include "notepanel.h"
#include "transferpanel.h"

#include <callcard/ui/callcard.h>

#include <QBasicTimer>

class QPushButton;
class QToolButton;

namespace callcard {
class Clock;
}

namespace callcard::ui {

/// The parts of a card, made once, and where each of them stands.
class CallCard::Private
{
public:
    Private(CallCard &card, const Clock &clock);

    void refresh(bool fresh);
    void relayout();                               ///< Sizes, then sizeChanged() when the whole has another one.
    [[nodiscard]] int place(int width, int level); ///< Puts every part at its place; what the level leaves out is hidden.
    void wish(Wish wish, const QString &text = {});
    void press(const CardButton &button);
    void openNote(Qt::FocusReason reason);
    void openTransfer();
    void closeTransfer();
    [[nodiscard]] bool isGuarded() const;
    void settleGlow();
    [[nodiscard]] double glowLeft() const;
    bool handleKey(const QKeyEvent &event);
    bool handleLetter(const QKeyEvent &event);
    [[nodiscard]] bool showsNotes() const { return form == CardForm::Full && !transferOpen && (face.writesNotes || noteOpen); }
    [[nodiscard]] bool isSmall() const { return !noteOpen && !transferOpen && (face.small || form == CardForm::Small); }
    [[nodiscard]] std::optional<CustomerId> customer() const;
    void nameSelected();
    void settleOutcomes();

    CallCard &q;
    const Clock &clock;
    CardOptions options;
    Card card;
    CardExtras extras;
    CardFace face;
    CardForm form{CardForm::Full};
    bool filled{};
    bool noteOpen{};
    bool transferOpen{};
    bool keyboard{};
    bool hovered{};
    int heightLimit{100'000};
    QSize size;
    std::chrono::milliseconds guardFrom{-1'000'000};
    std::chrono::milliseconds glowFrom{};
    QBasicTimer glow;

    CardBand *band;
    CardIdentity *identity;
    ChoiceList *choices;
    MemoryBox *memory;
    LegsRow *legs;
    NotePanel *note;
    TransferPanel *transfer;
    ActionRow *actions;
    CompactFace *compact;
    QPushButton *small;
    QToolButton *more; ///< On small forms and beside the outcomes.
};

} // namespace callcard::ui
