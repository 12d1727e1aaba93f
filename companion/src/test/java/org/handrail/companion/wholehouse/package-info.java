/** The whole house, driven through MQTT and HTTP like by its people. */
@NullMarked
package org.handrail.companion.wholehouse;

import org.jspecify.annotations.NullMarked;
