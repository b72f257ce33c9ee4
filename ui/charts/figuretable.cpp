#include <callcard/ui/controls.h>
#include <callcard/ui/figuretable.h>
#include <callcard/ui/label.h>
#include <callcard/ui/tabletexts.h>

#include <QAbstractTableModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kTableRow = 28;
constexpr int kMostWide = 760;
constexpr int kMostHigh = 420;
constexpr int kMeasuredRows = 60; // for the widths of columns
constexpr int kColumnAir = 12;

bool isFigure(const QString &cell)
{
    return !cell.isEmpty() && std::all_of(cell.begin(), cell.end(), [](QChar letter) { return letter.isDigit() || letter.isPunct(); });
}

/// Words as they are; the first row names the columns.
class WordsModel final : public QAbstractTableModel
{
public:
    WordsModel(QList<QStringList> rows, QObject *parent) : QAbstractTableModel(parent), m_rows(std::move(rows)) {}

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() || m_rows.isEmpty() ? 0 : static_cast<int>(m_rows.size()) - 1;
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() || m_rows.isEmpty() ? 0 : static_cast<int>(m_rows.first().size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const QString cell = m_rows.value(index.row() + 1).value(index.column());
        if (role == Qt::DisplayRole)
            return cell;
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue((isFigure(cell) && index.column() > 0 ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
        // A cell is heard with the name of its column, and one that is empty is not silent.
        if (role == Qt::AccessibleTextRole)
            return QString(m_rows.first().value(index.column()) + u": "_s + (cell.isEmpty() ? FigureTable::tr("nothing") : cell));
        return {};
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::DisplayRole)
            return m_rows.first().value(section);
        if (role == Qt::TextAlignmentRole) // above its figures
            return QVariant::fromValue((hasFigures(section) ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
        return {};
    }

private:
    [[nodiscard]] bool hasFigures(int column) const
    {
        return column > 0 &&
               std::any_of(m_rows.begin() + 1, m_rows.end(), [column](const QStringList &row) { return isFigure(row.value(column)); });
    }

    const QList<QStringList> m_rows;
};
} // namespace

FigureTable::FigureTable(const QString &title, const QList<QStringList> &rows, QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_view(new QTableView)
    , m_title(new Label(title, Type::BodyStrong))
{
    const Theme &theme = Theme::current();
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(title);
    m_view->setModel(new WordsModel(rows, this));
    m_view->setAccessibleName(title);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(theme.px(kTableRow));
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setFont(theme.font(Type::SmallStrong));
    m_view->horizontalHeader()->setResizeContentsPrecision(kMeasuredRows);
    m_view->resizeColumnsToContents();
    for (int section = 0; section < m_view->model()->columnCount(); ++section)
        m_view->setColumnWidth(section, m_view->columnWidth(section) + theme.px(kColumnAir));
    m_view->setCornerWidget(new QWidget); // else the style's own square, in another colour
    m_view->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    QPushButton *copying = smaller(plainButton(tr("Copy table"), u"copy"_s));
    head->addWidget(m_title, 1);
    head->addWidget(copying);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    connect(copying, &QPushButton::clicked, this, [this] { copy(true); });

    int wide = m_view->verticalScrollBar()->sizeHint().width() + 2 * space::l + 4;
    for (int section = 0; section < m_view->model()->columnCount(); ++section)
        wide += m_view->columnWidth(section);
    const int high = copying->sizeHint().height() + 2 * space::m + space::s + m_view->horizontalHeader()->sizeHint().height() +
                     m_view->horizontalScrollBar()->sizeHint().height() + theme.px(kTableRow) * m_view->model()->rowCount();
    resize(std::clamp(wide, theme.px(260), theme.px(kMostWide)), std::min(high, theme.px(kMostHigh)));
}

void FigureTable::showBeside(const QRect &place)
{
    QRect area = place;
    if (const QScreen *screen = QGuiApplication::screenAt(place.center()))
        area = screen->availableGeometry();
    resize(size().boundedTo(area.size()));
    QPoint at(layoutDirection() == Qt::RightToLeft ? place.right() - width() : place.left(), place.top());
    at.setX(std::clamp(at.x(), area.left(), std::max(area.left(), area.right() - width())));
    at.setY(std::clamp(at.y(), area.top(), std::max(area.top(), area.bottom() - height())));
    move(at);
    show();
    // The newest day is the last row.
    const QModelIndex last = m_view->model()->index(m_view->model()->rowCount() - 1, 0);
    if (last.isValid())
        m_view->setCurrentIndex(last);
    m_view->selectionModel()->clearSelection();
    m_view->setFocus(Qt::PopupFocusReason);
}

void FigureTable::copy(bool everything)
{
    const QAbstractItemModel *model = m_view->model();
    QModelIndexList chosen = m_view->selectionModel()->selectedIndexes();
    QList<QStringList> rows;
    if (everything || chosen.isEmpty()) {
        for (int row = -1; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells += row < 0 ? model->headerData(column, Qt::Horizontal).toString() : model->index(row, column).data().toString();
            rows += cells;
        }
    } else {
        std::sort(chosen.begin(), chosen.end());
        int row = -1;
        for (const QModelIndex &index : std::as_const(chosen)) {
            if (index.row() != row)
                rows += QStringList();
            rows.last() += index.data().toString();
            row = index.row();
        }
    }
    QGuiApplication::clipboard()->setText(asPastedTable(rows));
}

bool FigureTable::eventFilter(QObject *watched, QEvent *event)
{
    // The view would copy its current cell alone.
    if (watched == m_view && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy(false);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

void FigureTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        close();
    else
        QFrame::keyPressEvent(event);
}

void FigureTable::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color.surface);
    painter.setPen(theme.color.borderStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace callcard::ui
