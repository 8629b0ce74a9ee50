package org.code.aiproxy.player.wire;

/** What a played provider does for a call. */
@FunctionalInterface
public interface Script {

    /** Plays it; whatever the call's connection breaks with is the caller's doing, and ignored. */
    void play(Call call) throws Exception;
}
