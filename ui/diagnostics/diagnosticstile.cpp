#include "diagnosticstile.h"

#include <callcard/ui/label.h>
#include <callcard/ui/plaintext.h>
#include <callcard/ui/spoken.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

DiagnosticsTile::DiagnosticsTile(const QString &title, QWidget *parent)
    : Tile(parent)
    , m_title(new Label(title, Type::Small, &Colors::textSecondary))
    , m_figure(new Label({}, Type::Figure))
    , m_unit(new Label({}, Type::Body, &Colors::textTertiary))
    , m_below(new PlainText({}, Type::Caption))
{
    auto *figure = new QHBoxLayout;
    figure->setContentsMargins(0, 0, 0, 0);
    figure->setSpacing(6);
    figure->addWidget(m_figure);
    figure->addWidget(m_unit, 0, Qt::AlignBottom);
    figure->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addLayout(figure);
    column->addWidget(m_below);
    column->addStretch(); // the others may need one line more
    setFigure({});
}

void DiagnosticsTile::setFigure(const QString &figure, const QString &unit)
{
    m_figure->setText(figure.isEmpty() ? u"–"_s : figure);
    m_unit->setText(figure.isEmpty() ? QString() : unit);
    m_unit->setVisible(!m_unit->text().isEmpty());
    speak();
}

void DiagnosticsTile::setBelow(const QString &text)
{
    m_below->setText(text);
    speak();
}

void DiagnosticsTile::speak()
{
    speakAsGroup(this, spokenParts({m_title->text(), m_figure->text(), m_unit->text(), m_below->text()}));
}

} // namespace callcard::ui
