package io.doorstep.store;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * 更新版本的事实。 A fact that a later version of the product put on record: nothing is read past it and nothing decided without it, until
 * this node is upgraded, too (docs/decisions/0054). Asked again, another node may well answer.
 */
public final class NewerFact extends TransientDataAccessResourceException {

    NewerFact(String type, String revision) {
        super(type + " revision " + revision + " is of a later version of the product; upgrade this node");
    }
}
