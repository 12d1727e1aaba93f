@NullMarked
package org.handrail.companion.past;

import org.jspecify.annotations.NullMarked;
