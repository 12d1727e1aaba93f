@NullMarked
package org.handrail.signals;

import org.jspecify.annotations.NullMarked;
