#include "accesswalk.h"

#include "controls.h"
#include "paintedwords.h"
#include "shown.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSet>
#include <QWidget>

namespace callcard::gallery {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostItems = 120; ///< Of a list: the others are made the same way.
constexpr qsizetype kShortest = 3;
constexpr int kNearby = 2;

/// What remains when only the letters matter: one blank between words, no marks of direction, no case.
QString plain(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Format || c == u'…')
            continue;
        result += c == u'·' || c == u',' ? QChar(u' ') : c;
    }
    return result.simplified().toCaseFolded();
}

/// A screen reader passes over it: a frame, a pane, something that only holds others.
bool isAir(QAccessible::Role role)
{
    return role == QAccessible::NoRole || role == QAccessible::Client || role == QAccessible::Pane || role == QAccessible::LayeredPane ||
           role == QAccessible::Border || role == QAccessible::Splitter;
}

bool isUsed(QAccessible::Role role)
{
    static const QSet<QAccessible::Role> roles{
        QAccessible::Button,   QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::ComboBox,   QAccessible::EditableText,
        QAccessible::SpinBox,  QAccessible::Slider,   QAccessible::Link,        QAccessible::ButtonMenu, QAccessible::ButtonDropDown,
        QAccessible::PageTab,  QAccessible::List,     QAccessible::Table,       QAccessible::Tree,       QAccessible::ListItem,
        QAccessible::TreeItem, QAccessible::Cell,     QAccessible::MenuItem,    QAccessible::HotkeyField};
    return roles.contains(role);
}

bool isItem(QAccessible::Role role)
{
    return role == QAccessible::ListItem || role == QAccessible::TreeItem || role == QAccessible::Cell;
}

/// Why this is nothing to be read out; empty: it is.
QString whatIsWrong(const QString &name)
{
    static const QRegularExpression markup(u"<(span|p|br|html)\\b|&(amp|lt|gt|nbsp);"_s); // names from outside may look like some
    static const QRegularExpression glyph(u"[\\x{E000}-\\x{F8FF}\\x{2190}-\\x{21FF}\\x{2500}-\\x{27BF}•·●○✓✕]"_s);
    static const QRegularExpression mnemonic(u"&(?=\\p{L})"_s);
    static const QRegularExpression twice(u"^(.{4,}?)[,:.;]? \\1$"_s);
    if (markup.match(name).hasMatch())
        return u"markup"_s;
    if (glyph.match(name).hasMatch())
        return u"a sign that is read out by its name"_s;
    if (mnemonic.match(name).hasMatch())
        return u"a mnemonic's mark"_s;
    if (twice.match(name).hasMatch())
        return u"the same twice"_s;
    return {};
}

class Walk
{
public:
    Walk(QString state, QWidget &window) : m_state(std::move(state)), m_window(window) {}

    QStringList faults()
    {
        if (QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&m_window))
            visit(*root, {});
        checkPainted();
        m_faults.removeDuplicates();
        return m_faults;
    }

private:
    void fault(const QObject *object, const QString &what)
    {
        const QString which =
            object
                ? QString(QString::fromLatin1(object->metaObject()->className()).remove(u"callcard::ui::"_s) + u' ' + object->objectName())
                : QString();
        m_faults += u"%1: %2: %3"_s.arg(m_state, which.trimmed(), what);
    }

    /// `groups`: what was said on the way here, by which two controls of one name are told apart.
    void visit(QAccessibleInterface &node, QStringList groups)
    {
        const QString name = node.text(QAccessible::Name);
        if (node.state().invisible && (!isItem(node.role()) || name.isEmpty()))
            return;
        const auto *widget = qobject_cast<const QWidget *>(node.object());
        const bool part = widget && isPart(widget);
        if (!part)
            judge(node, widget, name, groups);
        if (!isAir(node.role()) && !isUsed(node.role()) && !name.isEmpty())
            groups += name;
        const int count = std::min(node.childCount(), kMostItems);
        for (int i = 0; i < count && !part; ++i) {
            if (QAccessibleInterface *child = node.child(i))
                visit(*child, groups);
        }
    }

    void judge(QAccessibleInterface &node, const QWidget *widget, const QString &name, const QStringList &groups)
    {
        const QAccessible::Role role = node.role();
        const QString shortName = name.size() > 60 ? name.left(60) + u"…"_s : name;
        const bool used = isUsed(role) || (widget && isControl(widget));
        if (used && isAir(role))
            fault(node.object(), u"has no role (\"%1\")"_s.arg(shortName));
        if (used && name.trimmed().isEmpty())
            fault(node.object(), u"has no name (role %1)"_s.arg(role));
        if (widget && !used && widget != &m_window && isAir(role) && !widget->property("unsaid").toBool() &&
            !widget->accessibleName().isEmpty())
            fault(node.object(), u"has a name that nobody hears: \"%1\""_s.arg(shortName));
        const QString description = node.text(QAccessible::Description);
        for (const QString &text : {name, description}) {
            if (const QString wrong = whatIsWrong(text); !wrong.isEmpty() && !isAir(role))
                fault(node.object(), u"says %1: \"%2\""_s.arg(wrong, text.left(80)));
        }
        // A tool tip that repeats the name is passed over by screen readers; what we set ourselves must say more.
        if (widget && !widget->accessibleDescription().isEmpty() && widget->toolTip().isEmpty() && plain(description) == plain(name) &&
            !isAir(role))
            fault(node.object(), u"says its name twice: \"%1\""_s.arg(shortName));
        if (!used || isItem(role) || name.isEmpty())
            return;
        const QString key = groups.join(u'\n') + u'\n' + name + u'\n' + QString::number(role);
        if (m_heard.contains(key))
            fault(node.object(), u"cannot be told from another \"%1\""_s.arg(shortName));
        m_heard.insert(key);
    }

    static void collect(QAccessibleInterface &node, QString &words)
    {
        const bool field = node.role() == QAccessible::EditableText;
        if (!isAir(node.role())) {
            for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
                words += plain(node.text(kind)) + u'\n';
        }
        if (QAccessibleTextInterface *text = field ? node.textInterface() : nullptr)
            words += plain(text->text(0, text->characterCount())) + u'\n';
        const int count = std::min(node.childCount(), 4 * kMostItems);
        for (int i = 0; i < count; ++i) {
            if (QAccessibleInterface *child = node.child(i))
                collect(*child, words);
        }
    }

    [[nodiscard]] QString heardAt(QWidget &widget) const
    {
        QString words;
        if (QAccessibleInterface *own = QAccessible::queryAccessibleInterface(&widget))
            collect(*own, words);
        for (QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
            QAccessibleInterface *node = QAccessible::queryAccessibleInterface(parent);
            if (node && (!isAir(node->role()) || parent == &m_window))
                words += plain(node->text(QAccessible::Name)) + u'\n' + plain(node->text(QAccessible::Description)) + u'\n';
        }
        return words;
    }

    void checkPainted()
    {
        static const QRegularExpression letter(u"\\p{L}"_s); // figures are heard as words: "6 minutes 10"
        QList<QWidget *> widgets = m_window.findChildren<QWidget *>();
        widgets.prepend(&m_window);
        for (QWidget *widget : widgets) {
            const bool label = widget->inherits("callcard::ui::Label");
            const bool unsaid = widget->property("unsaid").toBool();
            if (!widget->isVisibleTo(&m_window) || (unsaid && !label) || widget->inherits("callcard::ui::Chart") || isPart(widget))
                continue;
            QWidget *speaker = unsaid ? widget->parentWidget() : widget; // whose other parts say it
            if (auto *area = qobject_cast<QAbstractScrollArea *>(widget->parentWidget()); area && area->viewport() == widget)
                speaker = area;
            const auto *line = qobject_cast<const QLineEdit *>(speaker);
            const auto *edit = qobject_cast<const QPlainTextEdit *>(speaker);
            if ((line && line->text().isEmpty()) || edit)
                continue; // what a field would like to be told; a note says itself
            QString heard;
            for (const QString &painted : paintedWords(*widget)) {
                const QString word = plain(painted);
                if (word.size() < kShortest || !word.contains(letter) || plain(widget->property("keycap").toString()).contains(word))
                    continue;
                if (heard.isEmpty())
                    heard = heardAt(*speaker);
                // What is left unsaid others say: a ring for the labels beside it.
                for (int level = 0; unsaid && level < kNearby && !heard.contains(word) && speaker->parentWidget(); ++level) {
                    speaker = speaker->parentWidget();
                    heard = heardAt(*speaker);
                }
                if (!heard.contains(word))
                    fault(speaker, u"paints \"%1\", and nobody says it"_s.arg(painted.left(60)));
            }
        }
    }

    const QString m_state;
    QWidget &m_window;
    QSet<QString> m_heard;
    QStringList m_faults;
};

} // namespace

QStringList unheard(const QString &state, const Entry &entry)
{
    const std::unique_ptr<QWidget> window = shown(entry);
    return Walk(state, *window).faults();
}

} // namespace callcard::gallery
