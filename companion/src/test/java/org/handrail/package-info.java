@NullMarked
package org.handrail;

import org.jspecify.annotations.NullMarked;
