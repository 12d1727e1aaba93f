@NullMarked
package org.handrail.companion.referee;

import org.jspecify.annotations.NullMarked;
