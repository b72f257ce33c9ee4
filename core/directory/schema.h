#pragma once

#include <callcard/phonenumber.h>
#include <callcard/store.h>

namespace callcard {

/// Of one generation of the directory.
[[nodiscard]] const Migrations &directorySchema();
/// Of the small file that outlives the generations.
[[nodiscard]] const Migrations &choicesSchema();
/// Of customers made or changed here.
[[nodiscard]] const Migrations &localCustomersSchema();
/// The order of names; a new file gets it last, all at once.
[[nodiscard]] QString recordNameIndex();
/// Of what a sync has fetched and not yet handed over.
[[nodiscard]] const Migrations &stagingSchema();

/// A number that so many customers share identifies none of them: a filler, or somebody's own switchboard typed into every record.
inline constexpr int kMostSharing = 200;

/// 222-222-2222: what people type where a form insists on a number.
[[nodiscard]] bool isFiller(const PhoneNumber &number);

} // namespace callcard
