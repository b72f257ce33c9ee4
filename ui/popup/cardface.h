#pragma once

#include <callcard/ui/cardvalues.h>
#include <callcard/ui/chip.h>
#include <callcard/ui/people.h>

namespace callcard::ui {

/// One button of a card, or one line of its menu.
struct CardButton {
    Wish wish{};
    QString text{};
    QString icon{};
    QString key{};    ///< Shown while the card has the keyboard.
    QString spoken{}; ///< Accessible name; empty: the text.
    QString effect{}; ///< Second line in the menu.
    QString id{};     ///< Of Wish::Action.
    bool iconOnly{};
};

struct CardChoice {
    CustomerId customer{};
    Person person{};
    QString name{};
    QString company{};
    QString reason{};
};

/// What a card says, as words and looks: the one place where a call and a match become text. Pure; widgets only paint it.
struct CardFace {
    StateLook look{StateLook::Ringing};
    QString icon{};
    QString word{};
    QString detail{};     ///< Beside the word, standing still: "after 9 s", "2:15 PM".
    QDateTime runsFrom{}; ///< Instead of `detail`: a timer.
    QString line{};
    int lineColour{};

    Person person{};
    QString name{};
    QString company{};
    QString sentence{}; ///< Two lines instead of company and number: a private number's explanation.
    QString number{};
    QString place{};
    QByteArray zone{}; ///< The caller's, where it is known.
    QString tail{};    ///< Last in the number's line: "first call".
    QString lead{};    ///< First in it: "Rang 24 s".
    bool leadStays{};  ///< Where room is short the time there goes, not the lead.
    bool star{};
    std::optional<ChipLook> chip{};

    QString promise{};
    QString due{};
    QString note{};
    QString noteMeta{};
    QString guess{};
    QString guessReason{};
    QString guessIcon{};

    QList<CardChoice> choices{};
    QStringList facts{};
    QString legMine{};
    QString legTheirs{};
    LegState legMineState{};
    LegState legTheirsState{};

    QList<CardButton> buttons{}; ///< The first is the primary one where `primary` says so.
    QList<CardButton> menu{};
    bool primary{};

    bool writesNotes{}; ///< The note field stands where the memory stood.
    bool small{};       ///< Ended: band, one line of identity, one small button.
    bool afterglow{};   ///< Goes by itself.
    QString spoken{};   ///< For screen readers, when the card appears or changes state.
};

[[nodiscard]] CardFace faceOf(const Card &card, const CardOptions &options, const CardExtras &extras, const QDateTime &now);

// The parts, in files of their own.
void faceWho(CardFace &face, const Card &card, const CardOptions &options, const QDateTime &now);
void faceMemory(CardFace &face, const Card &card, const CardOptions &options, const QDateTime &now);
void faceButtons(CardFace &face, const Card &card, const CardOptions &options, const CardExtras &extras);

/// Of several customers nobody is chosen; otherwise the one fact.
[[nodiscard]] const Customer *knownCustomer(const Card &card);
/// Nobody has this number, as the directory says: they can be added, or their number linked.
[[nodiscard]] bool isStranger(const Card &card);
[[nodiscard]] StateLook lookOf(const Call &call);
[[nodiscard]] bool isMissedLook(const Call &call);
[[nodiscard]] QString partyNumber(const CallParty &party, const QString &homeRegion);

} // namespace callcard::ui
