package org.heapline.agent.code;

import java.util.Arrays;

/**
 * The strongly connected components of some instructions of a method: its loops. Tarjan's algorithm, without recursion:
 * a method may have 65,000 instructions, and the stack is that of somebody else's thread.
 */
final class Components {
    private static final int UNSEEN = -1;

    private final Flow flow;
    private final boolean[] member;

    /** By place: the component, or -1. Only components that hold a cycle have a number. */
    private final int[] componentOf;

    private final int[] index;
    private final int[] low;
    private final int[] nextEdge;
    private final int[] path;
    private final int[] open;
    private int pathSize;
    private int openSize;
    private int seen;
    private int count;

    /** @param member by place: whether an instruction is looked at */
    Components(Flow flow, boolean[] member) {
        int size = member.length;
        this.flow = flow;
        this.member = member;
        componentOf = filled(size);
        index = filled(size);
        low = new int[size];
        nextEdge = new int[size];
        path = new int[size];
        open = new int[size];
        for (int i = 0; i < size; i++) {
            if (member[i] && index[i] == UNSEEN) {
                search(i);
            }
        }
    }

    /** The component of a place, or -1 if it is in no loop. */
    int of(int place) {
        return componentOf[place];
    }

    int count() {
        return count;
    }

    /** Whether an instruction can go back within its loop. */
    boolean isTurn(int place) {
        for (int to : flow.after(place)) {
            if (to <= place && componentOf[to] == componentOf[place]) {
                return true;
            }
        }
        return false;
    }

    private static int[] filled(int size) {
        int[] array = new int[size];
        Arrays.fill(array, UNSEEN);
        return array;
    }

    private void search(int root) {
        enter(root);
        while (pathSize > 0) {
            int place = path[pathSize - 1];
            int[] after = flow.after(place);
            if (nextEdge[place] < after.length) {
                int to = after[nextEdge[place]++];
                if (!member[to]) {
                    continue;
                }
                if (index[to] == UNSEEN) {
                    enter(to);
                } else if (low[to] >= 0) {
                    low[place] = Math.min(low[place], index[to]);
                }
            } else {
                pathSize--;
                if (pathSize > 0) {
                    int before = path[pathSize - 1];
                    low[before] = Math.min(low[before], low[place]);
                }
                if (low[place] == index[place]) {
                    close(place);
                }
            }
        }
    }

    private void enter(int place) {
        index[place] = seen;
        low[place] = seen;
        seen++;
        path[pathSize++] = place;
        open[openSize++] = place;
    }

    private void close(int first) {
        boolean cycle = open[openSize - 1] != first || goesToItself(first);
        int place;
        do {
            place = open[--openSize];
            low[place] = -1; // Closed.
            componentOf[place] = cycle ? count : -1;
        } while (place != first);
        if (cycle) {
            count++;
        }
    }

    private boolean goesToItself(int place) {
        for (int to : flow.after(place)) {
            if (to == place) {
                return true;
            }
        }
        return false;
    }
}
