#pragma once

#include <callcard/callprovider.h>
