package org.heapline.agent.code;

/** What the probes of all methods of a class need to know of it. */
final class ClassFacts {
    /** Which instructions may allocate. */
    final Allocation allocation;

    /** The lines that inlined code counts on. */
    final CallSites calls;

    ClassFacts(Allocation allocation, CallSites calls) {
        this.allocation = allocation;
        this.calls = calls;
    }
}
