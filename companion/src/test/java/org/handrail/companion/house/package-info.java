@NullMarked
package org.handrail.companion.house;

import org.jspecify.annotations.NullMarked;
