@NullMarked
package org.handrail.companion.command;

import org.jspecify.annotations.NullMarked;
