#pragma once

#include "rules.h"

/// A library's headers stay in the rooms that own it.
QStringList foreignHeaders(const SourceFile &file);
/// <QtWidgets/QWidget> compiles even where only Qt Core is linked; <QWidget> does not.
QStringList prefixedQtIncludes(const SourceFile &file);
/// Core knows no windows and no pictures.
QStringList widgetsInCore(const SourceFile &file);
/// app → ui → core, never back; and the screens do not know each other.
QStringList upwardIncludes(const SourceFile &file);
/// Field names of the wire stay in wire files; no door mentions JSON.
QStringList jsonOutsideWireFiles(const SourceFile &file);
