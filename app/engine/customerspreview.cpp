#include "customerspreview.h"

#include <QDir>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMostPreviewPages = 10; ///< Of a source in one scope: thousands of customers.
constexpr auto kLongestLook = 12s;    ///< Then a first page of each is enough.
const QString kPreviewPrefix = u"preview-"_s;

/// The beginning of a source.
class FirstPages final : public CustomerSource
{
public:
    FirstPages(CustomerSource &whole, const Clock &clock, std::chrono::milliseconds until) : m_whole(whole), m_clock(clock), m_until(until)
    {
    }
    [[nodiscard]] QString name() const override { return m_whole.name(); }
    QCoro::Task<Result<SourceAccount>> account(std::stop_token stop) override { return m_whole.account(stop); }
    QCoro::Task<Result<SourcePage>> page(SyncScope scope, QByteArray cursor, std::stop_token stop) override
    {
        if (m_scope != scope)
            m_pages = 0;
        m_scope = scope;
        Result<SourcePage> page = co_await m_whole.page(scope, std::move(cursor), stop);
        if (page && !page->last && (++m_pages >= kMostPreviewPages || m_clock.monotonic() > m_until)) {
            page->last = true;
            m_isCut = true;
        }
        co_return page;
    }
    [[nodiscard]] bool isCut() const { return m_isCut; }

private:
    CustomerSource &m_whole;
    const Clock &m_clock;
    const std::chrono::milliseconds m_until;
    std::optional<SyncScope> m_scope;
    int m_pages = 0;
    bool m_isCut = false;
};

} // namespace

CustomersPreview::CustomersPreview(const Wish &wish, const Clock &clock)
    : m_clock(clock), m_folder(QString(wish.dataFolder + u'/' + kPreviewPrefix + u"XXXXXX"_s))
{
}

CustomersPreview::~CustomersPreview() = default;

Result<std::shared_ptr<CustomersPreview>> CustomersPreview::open(const Wish &wish, const Clock &clock)
{
    const std::shared_ptr<CustomersPreview> preview(new CustomersPreview(wish, clock));
    if (!preview->m_folder.isValid())
        return failure(ErrorKind::Storage, u"cannot-open: no folder for a preview can be made"_s);
    auto directory = Directory::open(preview->m_folder.path(), clock);
    if (!directory)
        return tl::unexpected(directory.error());
    preview->m_directory = *std::move(directory);
    preview->m_directory->setRegion(wish.region);
    preview->m_directory->setMe(wish.me);
    return preview;
}

void CustomersPreview::removeLeftovers(const QString &dataFolder)
{
    const QStringList left = QDir(dataFolder).entryList({QString(kPreviewPrefix + u'*')}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : left)
        QDir(dataFolder + u'/' + name).removeRecursively();
}

QCoro::Task<Result<>> CustomersPreview::read(std::shared_ptr<const Accounts> accounts, std::vector<std::unique_ptr<CustomerSource>> sources,
                                             QList<SyncScope> scopes, std::stop_token stop)
{
    m_accounts = std::move(accounts);
    m_sources = std::move(sources);
    if (m_sources.empty())
        co_return failure(ErrorKind::Refused, u"not set up"_s);
    const std::chrono::milliseconds until = m_clock.monotonic() + kLongestLook;
    std::vector<std::unique_ptr<FirstPages>> beginnings;
    QList<CustomerSource *> asked;
    for (const std::unique_ptr<CustomerSource> &source : m_sources) {
        beginnings.push_back(std::make_unique<FirstPages>(*source, m_clock, until));
        asked.append(beginnings.back().get());
    }
    const Result<SyncReport> report = co_await m_directory->sync(asked, scopes, stop);
    if (!report)
        co_return tl::unexpected(report.error());
    m_sync = *report;
    m_isPart = std::any_of(beginnings.cbegin(), beginnings.cend(), [](const auto &beginning) { return beginning->isCut(); });
    co_return Result<>{};
}

QCoro::Task<Result<>> CustomersPreview::read(ImportRequest request, std::stop_token stop)
{
    const Result<ImportReport> report = co_await m_directory->importFile(std::move(request), stop);
    if (!report)
        co_return tl::unexpected(report.error());
    m_import = *report;
    co_return Result<>{};
}

} // namespace callcard
