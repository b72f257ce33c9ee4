#pragma once

#include <callcard/callermemory.h>
#include <callcard/callrecords.h>
#include <callcard/directory.h>
#include <callcard/message.h>
#include <callcard/ui/timetexts.h>

#include <QTimeZone>
#include <QUrl>

#include <optional>

namespace callcard::ui {

/// What all of the page has in common. `app` fills it in; what is impossible is absent from the page.
struct DirectoryOptions {
    QString homeRegion{QStringLiteral("US")};
    Me me{};
    bool awaitsFirst{};    ///< A source is set up, and nobody said yet that its customers are wanted here.
    QString crmTemplate{}; ///< "https://crm.example/people/{id}"; empty: no Open in CRM.
    bool canCall{true};
    bool canSync{true};           ///< A source is configured.
    QList<DamagedFile> damages{}; ///< Said above the list.
    bool sendsNewOnes{false};     ///< What is made here goes to the team's database too.
    TimeTexts times{};
    QTimeZone zone{QTimeZone::systemTimeZone()}; ///< The one of `times`.
};

/// A call or a text with this customer.
struct RecordEvent {
    std::optional<LogEntry> entry{};
    std::optional<Message> text{};
    bool operator==(const RecordEvent &) const = default;
};

/// Everything the page shows about one customer.
struct CustomerRecord {
    Customer customer{};
    std::optional<Promise> promise{};
    std::optional<PhoneNumber> usualNumber{}; ///< Where the rep usually reaches them.
    QString lastNote{};
    QDateTime lastNoteAt{};
    QString lastNoteBy{};
    CallId lastNoteOf{};         ///< The call it was written at; empty: the note comes from the customer's source.
    QList<RecordEvent> events{}; ///< Newest first.
    int eventCount{};            ///< Of all, shown or not.
    QDate eventsSince{};
    QList<LearnedChoice> learned{}; ///< Numbers the rep said are this customer's.
    bool changedHere{};             ///< Made or changed on this computer: can be taken back.
    bool waiting{};                 ///< Not with the team's database yet.
    bool operator==(const CustomerRecord &) const = default;
};

/// A number of which the rep said who it is.
struct ChosenNumber {
    LearnedChoice choice;
    QString name{}; ///< Empty: not in the directory any more.
    QString company{};
    bool operator==(const ChosenNumber &) const = default;
};

/// An import, from the choice of a file to what became of it. Nothing is in force before `Kept`.
struct ImportState {
    enum class Phase { None, Reading, Report, Keeping, Kept, Failed };
    Phase phase{};
    QString file{};
    ImportProgress progress{};
    ImportReport report{};
    std::optional<Error> error{};
};

/// Why a template for the pages of a CRM leads nowhere, or not where it should.
enum class CrmTrouble {
    None,
    SameForAll,  ///< Nothing of the customer is in it.
    UnknownWord, ///< Something in braces that we do not know.
    NotEncrypted,
    NoAddress,
    LacksValue, ///< It is right, and this customer has nothing for one of its words.
};

struct CrmPage {
    std::optional<QUrl> url{};
    CrmTrouble trouble{};
    QString word{}; ///< Of UnknownWord and LacksValue.
};

/// The customer's page in the CRM. The template knows {id} (the source's own), {source}, {name}, {company}, {email} and {number}. Values
/// are percent-encoded: a name cannot change where a link leads.
[[nodiscard]] CrmPage crmPageOf(const QString &pattern, const Customer &customer);
/// Nothing where the customer lacks a value, or where the page is not an encrypted one.
[[nodiscard]] std::optional<QUrl> crmPage(const QString &pattern, const Customer &customer);
/// For whoever types a template: where it leads for `who`, or what is wrong with it. Empty `who`: for nobody in particular.
[[nodiscard]] QString crmPageText(const CrmPage &page, const QString &who);

struct SyncState {
    bool running{};
    qint64 fetched{};
    std::optional<Error> error{};
    QString errorSource{}; ///< "firestore"
};

} // namespace callcard::ui
