#include "text/place.h"
