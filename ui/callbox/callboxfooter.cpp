#include "callboxfooter.h"

#include "footerchoice.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>
#include <callcard/ui/theme.h>

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFooterSide = 18;
constexpr int kKeyGap = 4;
constexpr int kWordGap = 8;
constexpr int kChoiceOutset = 6; // of what lights up around the words

int textWidth(const QString &text)
{
    return text.isEmpty() ? 0 : QFontMetrics(Theme::current().font(Type::Small)).horizontalAdvance(text) + 2;
}

int keysWidth(const QStringList &keys)
{
    int width = 0;
    for (const QString &key : keys)
        width += keycapSize(key).width() + kKeyGap;
    return width;
}

} // namespace

CallBoxFooter::CallBoxFooter(QWidget *parent)
    : QWidget(parent), m_way(new FooterChoice(u"device"_s, this)), m_caller(new FooterChoice({}, this))
{
    m_way->setObjectName(u"callBoxWay"_s);
    m_caller->setObjectName(u"callBoxCaller"_s);
    m_way->hide();
    m_caller->hide();
    connect(m_way, &FooterChoice::clicked, this, [this] {
        Q_EMIT
        wayRequested(m_way);
    });
    connect(m_caller, &FooterChoice::clicked, this, [this] {
        Q_EMIT
        callerRequested(m_caller);
    });
}

void CallBoxFooter::showEffect(const QString &effect, const QString &line, FooterChoices choices)
{
    m_first = {};
    m_second = {};
    m_way->setWords(effect, choices.ways);
    m_caller->setWords(line, choices.callers);
    m_way->setVisible(!effect.isEmpty());
    m_caller->setVisible(!line.isEmpty());
    say(this, spokenParts({effect, line}));
    layOut();
    update();
}

void CallBoxFooter::layOut()
{
    const int end = width() - kFooterSide + kChoiceOutset;
    const int line = m_caller->isHidden() ? 0 : std::min(m_caller->sizeHint().width(), width() / 2);
    const int left = kFooterSide - kChoiceOutset;
    const int way = std::min(m_way->sizeHint().width(), end - line - left);
    const auto visual = [this](int x, int wide, int high) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - high) / 2, wide, high));
    };
    m_way->setGeometry(visual(left, way, m_way->sizeHint().height()));
    m_caller->setGeometry(visual(end - line, line, m_caller->sizeHint().height()));
}

void CallBoxFooter::resizeEvent(QResizeEvent *)
{
    layOut();
}

void CallBoxFooter::showHints(const FooterHint &first, const FooterHint &second)
{
    m_way->hide();
    m_caller->hide();
    m_first = first;
    m_second = second;
    QStringList said;
    for (const FooterHint &hint : {first, second}) {
        if (hint.text.isEmpty())
            continue;
        QStringList keys;
        for (const QString &key : hint.keys)
            keys += spokenKey(key);
        said.append(QString(spokenParts(keys) + u": "_s + hint.text));
    }
    say(this, spokenParts(said));
    update();
}

void CallBoxFooter::paintHints(QPainter &painter) const
{
    const auto visual = [this](int x, int width, int height) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, (this->height() - height) / 2, width, height));
    };
    const auto keys = [&](int x, const QStringList &names) {
        for (const QString &name : names) {
            const QSize cap = keycapSize(name);
            drawKeycap(painter, visual(x, cap.width(), cap.height()), name);
            x += cap.width() + kKeyGap;
        }
        return x;
    };
    // The first: keys, then words; the second stands at the other end, words first.
    const int end = width() - kFooterSide;
    const int secondKeys = keysWidth(m_second.keys);
    const int secondText = textWidth(m_second.text);
    const int secondAt = end - secondKeys - (secondText > 0 ? secondText + kWordGap : 0);
    const int words = keys(kFooterSide, m_first.keys) + kWordGap - kKeyGap;
    const TextLook quiet{.type = Type::Small, .role = &Colors::textSecondary};
    drawElided(painter, visual(words, std::max(0, std::min(textWidth(m_first.text), secondAt - kWordGap - words)), height()), m_first.text,
               quiet);
    if (m_second.text.isEmpty())
        return;
    drawElided(painter, visual(secondAt, secondText, height()), m_second.text, quiet);
    keys(end - secondKeys + kKeyGap, m_second.keys);
}

void CallBoxFooter::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color.sunken);
    // Only the lower corners are the box's own.
    const qreal r = radius::card - 1;
    painter.setClipRect(rect());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0, -r, 0, 0), r, r);
    painter.fillRect(QRect(0, 0, width(), 1), theme.color.border);
    if (!m_first.text.isEmpty())
        paintHints(painter);
}

} // namespace callcard::ui
