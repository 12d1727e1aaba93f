@NullMarked
package org.handrail.companion.truth;

import org.jspecify.annotations.NullMarked;
