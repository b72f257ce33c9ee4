#include <callcard/directorypresenter.h>

#include <callcard/phone.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/theme.h>

#include <QAbstractButton>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A source with one record that nobody can be made of, until somebody sees to it.
class RefusingCrm final : public CustomerSource
{
public:
    QString name() const override { return u"crm"_s; }
    QCoro::Task<Result<SourcePage>> page(SyncScope, QByteArray, std::stop_token) override
    {
        SourcePage page{.cursor = "1", .last = true};
        if (mended)
            page.removed = {u"9"_s};
        else
            page.refused = {{.sourceId = u"9"_s, .reason = u"no-name"_s}};
        co_return page;
    }
    bool mended = false;
};

QCoro::Task<> syncThen(Directory &directory, CustomerSource &source, std::optional<Result<SyncReport>> &report)
{
    const QList<CustomerSource *> sources{&source};
    const QList<SyncScope> scopes{SyncScope::Own};
    report = co_await directory.sync(sources, scopes, {});
}

} // namespace

/// The real page on a real directory.
class tst_DirectoryPresenter : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ui::ThemeKeeper> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    testing::FakeClock m_clock;
    std::unique_ptr<Directory> m_directory;
    std::unique_ptr<ui::DirectoryPage> m_page;
    std::unique_ptr<DirectoryPresenter> m_presenter;
    QStringList m_asked; ///< Whose past was asked for.

    static SourceRecord person(const QString &id, const QString &name, const QString &text)
    {
        SourceRecord record{.sourceId = id, .customer = {.name = name}};
        record.customer.numbers = {{.number = parsePhone(text, u"US"_s).value().number, .text = text}};
        return record;
    }
    QStringList rows() const
    {
        const auto *model = m_page->findChild<QListView *>()->model();
        QStringList list;
        for (int i = 0; i < model->rowCount(); ++i)
            list.append(model->index(i, 0).data().toString());
        return list;
    }
    QAbstractButton *button(const QString &text) const
    {
        for (QAbstractButton *one : m_page->findChildren<QAbstractButton *>()) {
            if (one->isVisible() && (one->text() == text || one->accessibleName() == text))
                return one;
        }
        return nullptr;
    }
    QString file(const QByteArray &content) const
    {
        QFile file(m_folder->filePath(u"list.csv"_s));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<ui::ThemeKeeper>(*qApp); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_directory = Directory::open(m_folder->filePath(u"d"_s), m_clock).value();
        QVERIFY(m_directory->apply(u"crm"_s, {person(u"1"_s, u"Sarah Lee"_s, u"303-555-0142"_s),
                                              person(u"2"_s, u"Omar"_s, u"303-555-0143"_s), person(u"3"_s, u"Ann"_s, u"303-555-0143"_s)}));
        m_asked.clear();
        m_page = std::make_unique<ui::DirectoryPage>(m_clock);
        m_page->resize(1100, 700);
        m_page->show();
        m_presenter = std::make_unique<DirectoryPresenter>(*m_directory, *m_page, [this](ui::CustomerRecord &record) {
            m_asked.append(record.customer.name);
            record.lastNote = u"Called back"_s;
        });
    }
    void cleanup()
    {
        m_presenter.reset();
        m_page.reset();
        m_directory.reset();
    }

    void showsEverybodyAndFindsSome()
    {
        QCOMPARE(rows(), (QStringList{u"Ann"_s, u"Omar"_s, u"Sarah Lee"_s}));
        QCOMPARE(m_asked.last(), u"Ann"_s); // the first one is open
        m_page->search(u"sar"_s);
        QCOMPARE(rows(), QStringList{u"Sarah Lee"_s});
        QCOMPARE(m_asked.last(), u"Sarah Lee"_s);
        QVERIFY(button(u"Call Sarah Lee, (303) 555-0142"_s));
        m_page->search({});
        QCOMPARE(rows().size(), 3);
    }

    void changesAppearByThemselves()
    {
        QVERIFY(m_directory->apply(u"crm"_s, {person(u"4"_s, u"Zoe"_s, u"303-555-0147"_s)}));
        QTRY_COMPARE(rows(), (QStringList{u"Ann"_s, u"Omar"_s, u"Sarah Lee"_s, u"Zoe"_s}));
    }

    /// Whoever reads or writes somewhere down the list is not taken away from there by a sync.
    void aSyncMovesNobody()
    {
        QList<SourceRecord> many;
        for (int i = 0; i < 400; ++i)
            many.append(person(u"m%1"_s.arg(i), u"M %1"_s.arg(i, 3, 10, QChar(u'0')), u"416-555-0%1"_s.arg(i, 3, 10, QChar(u'0'))));
        QVERIFY(m_directory->apply(u"crm"_s, many));
        QTRY_COMPARE(rows().size(), 50);
        auto *list = m_page->findChild<QListView *>();
        list->model()->fetchMore({});
        QTRY_COMPARE(rows().size(), 250);
        list->setCurrentIndex(list->model()->index(200, 0));
        list->scrollTo(list->model()->index(195, 0), QListView::PositionAtTop);
        const CustomerId chosen = m_page->chosen();
        const QString top = list->indexAt({0, 0}).data().toString();
        QVERIFY(m_directory->apply(
            u"crm"_s, {person(u"4"_s, u"Aaron"_s, u"303-555-0147"_s), person(u"5"_s, u"Mz Last"_s, u"303-555-0148"_s)}, {u"m7"_s}));
        QTRY_COMPARE(rows().constFirst(), u"Aaron"_s);
        QCOMPARE(rows().size(), 250);
        QCOMPARE(m_page->chosen(), chosen);
        QCOMPARE(m_asked.constLast(), rows().at(list->currentIndex().row()));
        QCOMPARE(list->indexAt({0, 0}).data().toString(), top);
        // Gone, they are in front of nobody; but nobody else is, either.
        QVERIFY(m_directory->apply(u"crm"_s, {}, {chosen.text().section(u'/', 1)}));
        QTRY_VERIFY(!list->currentIndex().isValid());
        QCOMPARE(m_page->chosen(), chosen);
        m_page->search(u"sar"_s);
        QCOMPARE(m_asked.constLast(), u"Sarah Lee"_s);
    }

    void keepsWhatWasFilledIn()
    {
        QSignalSpy saved(m_presenter.get(), &DirectoryPresenter::saved);
        CustomerDraft draft{.name = u"Nils"_s};
        draft.numbers = {{.number = PhoneNumber::fromE164(u"+13035550148"), .text = u"303-555-0148"_s}};
        m_page->addCustomer(draft);
        button(u"Save customer"_s)->click();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(m_directory->whoIs({.number = PhoneNumber::fromE164(u"+13035550148")}).facts.size(), 1);
        QCOMPARE(rows(), QStringList{u"Nils"_s}); // and is in front
        QCOMPARE(m_asked.last(), u"Nils"_s);
    }

    void linksANumberToTheOneInFront()
    {
        QSignalSpy saved(m_presenter.get(), &DirectoryPresenter::saved);
        m_presenter->openCustomer(CustomerId(u"crm/1"_s));
        m_page->setLinking(CustomerNumber{.number = PhoneNumber::fromE164(u"+13035550198"), .text = u"303-555-0198"_s});
        QTRY_VERIFY(button(u"Link"_s));
        button(u"Link"_s)->click();
        QCOMPARE(saved.size(), 1);
        const WhoIs who = m_directory->whoIs({.number = PhoneNumber::fromE164(u"+13035550198")});
        QCOMPARE(who.facts.size(), 1);
        QCOMPARE(who.facts.first().customer.name, u"Sarah Lee"_s);
        QTRY_VERIFY(!button(u"Link"_s));
    }

    void importsOnlyAfterTheReport()
    {
        const QString csv = file("Name,Phone\nPat,303-555-0149\n");
        Q_EMIT
        m_page->importRequested({.file = csv, .region = u"US"_s, .dryRun = true});
        QTRY_VERIFY(button(u"Import 1 rows"_s));
        QCOMPARE(m_directory->stats()->customers, 3);
        button(u"Import 1 rows"_s)->click();
        QTRY_VERIFY(button(u"Show the customers"_s));
        QCOMPARE(m_directory->stats()->customers, 4);
        button(u"Show the customers"_s)->click();
        QTRY_VERIFY(rows().contains(u"Pat"_s));
    }

    void aFailedImportIsSaid()
    {
        Q_EMIT
        m_page->importRequested({.file = file({}), .region = u"US"_s, .dryRun = true});
        QTRY_VERIFY(button(u"Close"_s));
        QCOMPARE(m_directory->stats()->customers, 3);
        button(u"Close"_s)->click();
        QVERIFY(!button(u"Close"_s));
    }

    void takesBackWhatWasLearned()
    {
        QVERIFY(m_directory->learn(*PhoneNumber::fromE164(u"+13035550143"), CustomerId(u"crm/2"_s)));
        m_presenter->openCustomer(CustomerId(u"crm/2"_s));
        QTRY_VERIFY(button(u"Undo: (303) 555-0143 is not Omar"_s));
        button(u"Undo: (303) 555-0143 is not Omar"_s)->click();
        QVERIFY(m_directory->learned()->isEmpty());
        QTRY_VERIFY(!button(u"Undo: (303) 555-0143 is not Omar"_s));
    }

    void listsWhatWasLearned()
    {
        QVERIFY(m_directory->learn(*PhoneNumber::fromE164(u"+13035550143"), CustomerId(u"crm/2"_s)));
        QVERIFY(m_directory->learn(*PhoneNumber::fromE164(u"+13035550144"), CustomerId(u"crm/gone"_s)));
        m_page->showChoices();
        QVERIFY(button(u"Undo: (303) 555-0144 is Not in the directory any more"_s));
        QTRY_VERIFY(button(u"Undo: (303) 555-0143 is Omar"_s));
        button(u"Undo: (303) 555-0143 is Omar"_s)->click();
        QCOMPARE(m_directory->learned()->size(), 1);
        QTRY_VERIFY(!button(u"Undo: (303) 555-0143 is Omar"_s));
        QVERIFY(button(u"Undo: (303) 555-0144 is Not in the directory any more"_s));
    }

    void listsWhatTheSourcesHaveAndNobodyCanUse()
    {
        RefusingCrm crm;
        std::optional<Result<SyncReport>> report;
        TaskScope scope;
        scope.start(syncThen(*m_directory, crm, report));
        QTRY_VERIFY(report);
        QVERIFY(*report);
        m_page->showRefused();
        QVERIFY(button(u"Copy the list"_s));
        crm.mended = true;
        report.reset();
        scope.start(syncThen(*m_directory, crm, report));
        QTRY_VERIFY(report);
        QTRY_VERIFY(!button(u"Copy the list"_s)); // without being asked for
        QVERIFY(m_page->areRefusedShown());
    }

    void goesWhileAnImportRuns()
    {
        QByteArray content = "Name,Phone\n";
        for (int i = 0; i < 20'000; ++i)
            content += "Customer " + QByteArray::number(i) + ",+1416555" + QByteArray::number(i % 10'000).rightJustified(4, '0') + "\n";
        Q_EMIT
        m_page->importRequested({.file = file(content), .region = u"US"_s});
        bool stopped = false;
        TaskScope scope;
        scope.start(stopInto(*m_presenter, stopped));
        QTRY_VERIFY_WITH_TIMEOUT(stopped, 30'000);
        QCOMPARE(m_directory->stats()->customers, 3);
    }

private:
    static QCoro::Task<> stopInto(DirectoryPresenter &presenter, bool &stopped)
    {
        co_await presenter.stop();
        stopped = true;
    }
};

QTEST_MAIN(tst_DirectoryPresenter)
#include "tst_directorypresenter.moc"
