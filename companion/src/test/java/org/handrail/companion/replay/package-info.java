@NullMarked
package org.handrail.companion.replay;

import org.jspecify.annotations.NullMarked;
