/** The watch's side of MQTT: frames are kept until they are confirmed, nudges come in, answers go out. */
@NamedInterface("publish")
@NullMarked
package org.handrail.devicesim.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
