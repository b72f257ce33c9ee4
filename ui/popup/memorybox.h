#pragma once

#include "cardface.h"

#include <QWidget>

namespace callcard::ui {

/// What was promised and said last time; or, for a new caller, whom we guess. Below it the facts.
class MemoryBox final : public QWidget
{
    Q_OBJECT

public:
    explicit MemoryBox(QWidget *parent);
    void setFace(const CardFace &face);
    void setNoteShown(bool shown); ///< On the call the field stands there instead; the promise stays.
    void setFactsShown(bool shown);
    [[nodiscard]] int heightFor(int width) const; ///< 0: nothing to say.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString saying() const;
    [[nodiscard]] int boxHeight(int width) const;
    [[nodiscard]] bool hasNote() const { return m_noteShown && !m_face.note.isEmpty(); }
    [[nodiscard]] bool hasFacts() const { return m_factsShown && !m_face.facts.isEmpty(); }
    [[nodiscard]] int promiseWidth(int width) const;

    CardFace m_face;
    bool m_noteShown{true};
    bool m_factsShown{true};
};

} // namespace callcard::ui
