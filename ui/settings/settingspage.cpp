#include <callcard/ui/settingspage.h>

#include "secretrow.h"
#include "settingrow.h"

#include <callcard/ui/connectionspage.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/label.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/plaintext.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/taborder.h>
#include <callcard/ui/terms.h>

#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kInnerList = 196;
constexpr int kMostWidth = 760;
constexpr int kHeading = 30;

/// The page's left part has the hairline of the design at its end.
class InnerList final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        const int x = layoutDirection() == Qt::LeftToRight ? width() - 1 : 0;
        QPainter(this).fillRect(x, 0, 1, height(), Theme::current().color.border);
    }
};

} // namespace

struct SettingsPage::Parts {
    QHash<QString, SettingState> states;
    QHash<QString, SecretPlace> secrets;
    QHash<QString, SettingRow *> rows; ///< Made when they are shown for the first time.
    QHash<QString, SecretRow *> secretRows;
    QWidget *shelf{}; ///< Owns what is not shown now.
    SearchField *search{};
    QScrollArea *scroll{};
    QVBoxLayout *body{};
    Label *title{};
    PlainText *context{};
    QWidget *testAll{};
    ConnectionsPage *connections{};
    Banner *keychain{};
    Banner *signedOut{};
    Banner *files{};
    QHash<QString, QString> unsaid; ///< Refusals of settings that have no row yet.
    QHash<QString, QString> notes;  ///< What holds until somebody changes it.
    QPushButton *useLinks{};
    LinkOwner owner;
    QList<QWidget *> passing; ///< Headings and tiles of what is shown.
    QStringList sought;
};

SettingsPage::SettingsPage(QWidget *parent) : QWidget(parent), d(std::make_unique<Parts>()), m_privacy(new PrivacyPage)
{
    d->shelf = new QWidget(this);
    d->shelf->hide();
    d->connections = new ConnectionsPage(d->shelf);
    m_privacy->setParent(d->shelf);
    d->keychain = new Banner(StateLook::Warning, d->shelf);
    d->keychain->setTexts(tr("There is no keychain on this desktop."),
                          tr("Keys can be kept until Callcard quits; they are never written to a file."));
    d->keychain->setButton(tr("Keep them for this session"));
    d->keychain->hide();
    d->signedOut = new Banner(StateLook::Warning, d->shelf);
    d->signedOut->hide();
    d->files = new Banner(StateLook::Error, d->shelf);
    d->files->hide();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeList());

    d->title = new Label({}, Type::Title);
    d->context = new PlainText;
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(d->title);
    texts->addWidget(d->context);
    auto *test = plainButton(tr("Test all"), u"probe"_s);
    d->testAll = test;
    auto *head = new QHBoxLayout;
    head->setContentsMargins(28, 20, 28, 10);
    head->addLayout(texts, 1);
    head->addWidget(test, 0, Qt::AlignVCenter);

    auto *content = new QWidget;
    content->setMaximumWidth(Theme::current().px(kMostWidth) + 56);
    d->body = new QVBoxLayout(content);
    d->body->setContentsMargins(28, 2, 28, 28);
    d->body->setSpacing(space::s);
    d->body->addStretch();
    d->scroll = new QScrollArea;
    d->scroll->setFrameShape(QFrame::NoFrame);
    d->scroll->setFocusPolicy(Qt::NoFocus); // Tab scrolls along; a stop without a name says nothing
    d->scroll->setWidgetResizable(true);
    // As a rule never needed: with very large letters nothing is out of reach.
    d->scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    d->scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    d->scroll->setWidget(content);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(head);
    right->addWidget(d->scroll, 1);
    row->addLayout(right, 1);

    connect(test, &QPushButton::clicked, this, &SettingsPage::testRequested);
    connect(d->keychain, &Banner::buttonClicked, this, &SettingsPage::keepForSessionRequested);
    connect(d->connections, &ConnectionsPage::testRequested, this, &SettingsPage::testRequested);
    connect(d->connections, &ConnectionsPage::signInRequested, this, &SettingsPage::setUpRequested);
    connect(d->connections, &ConnectionsPage::signOutRequested, this, &SettingsPage::signOutRequested);
    connect(d->connections, &ConnectionsPage::setUpRequested, this, [this] {
        Q_EMIT
        setUpRequested({});
    });
    showSection(SettingsSection::Connections);
}

SettingsPage::~SettingsPage() = default;

QString SettingsPage::title()
{
    return tr("Settings");
}

QWidget *SettingsPage::makeList()
{
    auto *side = new InnerList;
    side->setFixedWidth(Theme::current().px(kInnerList));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(12, 20, 12, 12);
    column->setSpacing(space::m);
    auto *title = new Label(SettingsPage::title(), Type::Page);
    auto *indent = new QHBoxLayout;
    indent->setContentsMargins(10, 0, 0, 0);
    indent->addWidget(title);
    column->addLayout(indent);
    d->search = new SearchField(tr("Find a setting"));
    column->addWidget(d->search);
    m_list = new QListWidget;
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Sections"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setIconSize(QSize(Theme::current().iconPx(), Theme::current().iconPx()));
    m_list->viewport()->setAutoFillBackground(false);
    for (const SettingsSection section : settingsSections()) {
        auto *item = new QListWidgetItem(lineIcon(sectionIcon(section)), sectionTitle(section), m_list);
        item->setSizeHint(QSize(0, Theme::current().px(size::button)));
        item->setToolTip(sectionTitle(section));
    }
    column->addWidget(m_list, 1);
    QPushButton *again = smaller(quietButton(tr("Set up again…")));
    column->addWidget(again, 0, Qt::AlignLeading);
    connect(again, &QPushButton::clicked, this, [this] {
        Q_EMIT
        setUpRequested({});
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int index) {
        if (index < 0)
            return;
        d->search->clear();
        showSection(settingsSections().at(index));
    });
    connect(m_list, &QListWidget::itemClicked, d->search, &QLineEdit::clear);
    connect(d->search, &QLineEdit::textChanged, this, [this](const QString &text) {
        d->sought = text.simplified().split(u' ', Qt::SkipEmptyParts);
        fill();
    });
    return side;
}

void SettingsPage::setStates(const QList<SettingState> &states)
{
    for (const SettingState &state : states) {
        d->states.insert(state.key, state);
        d->unsaid.remove(state.key);
        if (SettingRow *row = d->rows.value(state.key))
            row->setState(state);
    }
}

void SettingsPage::refuse(const QString &key, const QString &sentence)
{
    if (SettingRow *row = d->rows.value(key))
        row->setProblem(sentence);
    else
        d->unsaid.insert(key, sentence);
    if (SecretRow *row = d->secretRows.value(key))
        row->setProblem(sentence);
}

void SettingsPage::setPreview(const QString &key, const QString &sentence, bool isTrouble)
{
    if (SettingRow *row = d->rows.value(key))
        row->setPreview(sentence, isTrouble);
}

void SettingsPage::setSecrets(const QHash<QString, SecretPlace> &places)
{
    d->secrets = places;
    for (auto it = d->secretRows.cbegin(); it != d->secretRows.cend(); ++it)
        it.value()->setFacts(places.value(it.key()));
}

void SettingsPage::setKeychainMissing(bool missing)
{
    showBanner(d->keychain, missing);
}

QList<Banner *> SettingsPage::banners() const
{
    return {d->files, d->signedOut, d->keychain};
}

void SettingsPage::showBanner(Banner *banner, bool on)
{
    if (banner->isHidden() != on)
        return;
    banner->setVisible(on);
    fill();
}

void SettingsPage::tellSignedOut(const QString &service, SignOutEnd end)
{
    const QString name = serviceName(service);
    if (end == SignOutEnd::KeysLeft)
        //: %1: a service
        d->signedOut->setTexts(tr("The keys of %1 are in the keychain still.").arg(name),
                               tr("It did not let Callcard remove them. Unlock it, and sign out again."));
    if (end == SignOutEnd::SessionLeft)
        //: %1: a service
        d->signedOut->setTexts(tr("Signed out of %1 here, but it could not be told.").arg(name),
                               tr("The session there lives on until it ends by itself; your account’s page there can end it now."));
    showBanner(d->signedOut, end != SignOutEnd::Done);
}

void SettingsPage::setFileProblems(const QStringList &sentences)
{
    d->files->setTexts(tr("Some settings are not in force."), sentences.join(u'\n'));
    showBanner(d->files, !sentences.isEmpty());
}

void SettingsPage::setShortcutTrouble(const QString &key, ShortcutTrouble trouble)
{
    QString note;
    switch (trouble) {
    case ShortcutTrouble::None:
        break;
    case ShortcutTrouble::Taken:
        note = tr("Another program has these keys already. Choose others.");
        break;
    case ShortcutTrouble::UnknownKey:
        note = tr("This keyboard has no such key. Choose another.");
        break;
    case ShortcutTrouble::NotHere:
        note = key == "dialing/hotkey"_L1
                   //: %1: a command
                   ? tr("This desktop lets no program have keys of its own. In its settings you can give some to this command: %1")
                         .arg(u"callcard --call-selection"_s)
                   : tr("This desktop lets no program have keys of its own, so they do nothing here.");
        break;
    case ShortcutTrouble::ByDesktop:
        note = tr("The desktop has these keys in its own settings, and may have others there now.");
        break;
    case ShortcutTrouble::Refused:
        note = tr("The desktop was told not to give these keys to Callcard. Its own settings can change that.");
        break;
    }
    setNote(key, note);
}

void SettingsPage::tellPlacesAreTheDesktops()
{
    const QString note = tr("This desktop (Wayland) gives windows their places itself, so this does nothing here.");
    for (const QString &key : {u"card/corner"_s, u"card/screen"_s})
        setNote(key, note);
}

void SettingsPage::setNote(const QString &key, const QString &note)
{
    d->notes.insert(key, note);
    if (SettingRow *row = d->rows.value(key))
        row->setNote(note);
}

void SettingsPage::addConnectionTile(QWidget *tile)
{
    d->connections->addTile(tile);
}

void SettingsPage::setConnections(const QList<Connection> &connections, const QDateTime &now)
{
    d->connections->setConnections(connections, now);
}

void SettingsPage::setLinkOwner(const LinkOwner &owner)
{
    d->owner = owner;
    SettingRow *row = d->rows.value(u"desktop/telLinks"_s);
    if (!row)
        return;
    if (!owner.known)
        row->setHelp(tr("This desktop does not say who opens them; choose Callcard in its settings."));
    else if (owner.ours)
        row->setHelp(tr("Opened by Callcard: a click on a phone number opens the call box."));
    else if (owner.name.isEmpty())
        row->setHelp(tr("Opened by no program at the moment."));
    else
        //: %1: the name of another program
        row->setHelp(tr("Opened by %1 at the moment. Callcard takes them over only if you switch this on.").arg(isolated(owner.name)));
}

void SettingsPage::tellLinksRefused()
{
    refuse(u"desktop/telLinks"_s, tr("The desktop did not let Callcard take over these links."));
}

void SettingsPage::tellLinksTested(bool arrived)
{
    const QString note =
        arrived ? tr("Tried with a link: it arrived.")
                : tr("Tried with a link, and it did not arrive: the desktop says that Callcard opens them, and opens nothing.");
    d->notes.insert(u"desktop/telLinks"_s, note);
    if (SettingRow *row = d->rows.value(u"desktop/telLinks"_s))
        row->setNote(note);
}

void SettingsPage::tellLinksStay()
{
    refuse(u"desktop/telLinks"_s, tr("Callcard opens them until you choose another program for them in the desktop’s settings."));
}

void SettingsPage::focusSearch()
{
    d->search->setFocus(Qt::ShortcutFocusReason);
    d->search->selectAll();
}

void SettingsPage::showSection(SettingsSection section)
{
    m_section = section;
    const int index = static_cast<int>(settingsSections().indexOf(section));
    if (m_list->currentRow() != index)
        m_list->setCurrentRow(index); // comes back here
    else
        fill();
    Q_EMIT
    sectionShown(section);
}

void SettingsPage::showSetting(const QString &key)
{
    for (const SettingWords &words : allSettingWords()) {
        if (words.key != key)
            continue;
        d->search->clear();
        showSection(words.section);
        if (SettingRow *row = d->rows.value(key)) {
            row->focusControl();
            d->scroll->ensureWidgetVisible(row);
        }
    }
}

void SettingsPage::clearBody()
{
    for (QWidget *widget : std::as_const(d->rows))
        widget->setParent(d->shelf);
    for (QWidget *widget : std::as_const(d->secretRows))
        widget->setParent(d->shelf);
    for (QWidget *widget : std::initializer_list<QWidget *>{d->connections, m_privacy}) {
        d->body->removeWidget(widget);
        widget->setParent(d->shelf);
    }
    for (Banner *banner : banners()) {
        const bool on = !banner->isHidden();
        d->body->removeWidget(banner);
        banner->setParent(d->shelf);
        banner->setVisible(on);
    }
    qDeleteAll(d->passing);
    d->passing.clear();
}

void SettingsPage::fill()
{
    setUpdatesEnabled(false);
    clearBody();
    const bool searching = !d->sought.isEmpty();
    d->title->setText(searching ? tr("Found") : sectionTitle(m_section));
    d->context->setText(searching ? QString() : sectionContext(m_section));
    d->context->setVisible(!searching);
    d->testAll->setVisible(!searching && m_section == SettingsSection::Connections);
    const auto add = [this](QWidget *widget) {
        d->body->insertWidget(d->body->count() - 1, widget);
        widget->setVisible(true);
    };
    QList<SettingWords> shown;
    for (const SettingWords &words : allSettingWords()) {
        if (searching || words.section == m_section)
            shown.append(words);
    }
    if (!d->files->isHidden())
        add(d->files);
    if (!searching && m_section == SettingsSection::Connections && !d->signedOut->isHidden())
        add(d->signedOut);
    if (!searching && m_section == SettingsSection::Connections)
        add(d->connections);
    if (!searching && m_section == SettingsSection::Accounts && !d->keychain->isHidden())
        add(d->keychain);
    addGroups(shown, d->sought);
    if (!searching && m_section == SettingsSection::Privacy)
        add(m_privacy);
    if (searching && d->passing.isEmpty()) {
        auto *nothing = new PlainText(tr("No setting has these words."));
        d->passing.append(nothing);
        add(nothing);
    }
    d->scroll->verticalScrollBar()->setValue(0);
    tabAsLaidOut(this);
    setUpdatesEnabled(true);
}

QWidget *SettingsPage::rowOf(const SettingWords &words)
{
    const SettingInfo *info = findSetting(words.key);
    Q_ASSERT(info);
    if (info->secret) {
        SecretRow *&row = d->secretRows[words.key];
        if (!row) {
            row = new SecretRow(words.key, words, d->shelf);
            row->setFacts(d->secrets.value(words.key));
            connect(row, &SecretRow::entered, this, &SettingsPage::secretEntered);
            connect(row, &SecretRow::removeRequested, this, &SettingsPage::secretRemoveRequested);
        }
        return row;
    }
    SettingRow *&row = d->rows[words.key];
    if (!row) {
        row = new SettingRow(*info, words, d->shelf);
        connect(row, &SettingRow::typed, this, &SettingsPage::templateTyped);
        connect(row, &SettingRow::changed, this, &SettingsPage::changeRequested);
        connect(row, &SettingRow::resetRequested, this, &SettingsPage::resetRequested);
        if (const auto state = d->states.constFind(words.key); state != d->states.constEnd())
            row->setState(*state);
        row->setNote(d->notes.value(words.key));
        row->setProblem(d->unsaid.take(words.key));
        if (words.key == "desktop/telLinks"_L1)
            setLinkOwner(d->owner);
    }
    return row;
}

void SettingsPage::addGroups(const QList<SettingWords> &words, const QStringList &sought)
{
    QString heading;
    QVBoxLayout *rows = nullptr;
    const auto insert = [this](QWidget *widget) {
        d->passing.append(widget);
        d->body->insertWidget(d->body->count() - 1, widget);
        widget->setVisible(true); // a layout would show it only in a later turn
    };
    for (const SettingWords &one : words) {
        QWidget *row = rowOf(one);
        const bool fits = qobject_cast<SecretRow *>(row) ? static_cast<SecretRow *>(row)->matches(sought)
                                                         : static_cast<SettingRow *>(row)->matches(sought);
        if (!fits)
            continue;
        const QString title = sought.isEmpty()      ? one.group
                              : one.group.isEmpty() ? sectionTitle(one.section)
                                                    : QString(sectionTitle(one.section) + u" · "_s + one.group);
        if (!rows || title != heading) {
            heading = title;
            if (!title.isEmpty()) {
                auto *head = new Label(title, Type::BodyStrong);
                head->setAlignment(Qt::AlignLeading | Qt::AlignBottom);
                head->setMinimumHeight(Theme::current().px(kHeading));
                insert(head);
            }
            auto *tile = new Tile;
            tile->setContentsMargins(0, 0, 0, 0);
            rows = new QVBoxLayout(tile);
            rows->setContentsMargins(0, 0, 0, 0);
            rows->setSpacing(0);
            if (!title.isEmpty())
                speakAsGroup(tile, title);
            insert(tile);
        }
        rows->addWidget(row);
        row->setVisible(true);
    }
}

} // namespace callcard::ui
