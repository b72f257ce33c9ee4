#pragma once

class QWidget;

namespace callcard::ui {

/// Tab goes the way the layouts read, whatever was made first or moved since; then to what lies in no layout.
void tabAsLaidOut(QWidget *top);

} // namespace callcard::ui
