/** Why a request is not done: one form of answer (RFC 9457) for whatever refuses it, resource, route, filter or framework. */
@NullMarked
package io.astrochrome.platform.problem;

import org.jspecify.annotations.NullMarked;
