package io.astrochrome.colorize.common.part;

import io.astrochrome.colorize.common.BadExample;

/** Needs who needs it. */
public record BadPart(BadExample whole) {}
