/** The few words that scripts say, in the language of the page. */
const all = {
  zh: {
    offline: '没有连上服务器，内容还在，请稍后再试。', saved: '已记录', session: '登录已过期，请在新窗口登录后再提交，内容还在。',
    failed: '没有办成，什么也没有改变。', done: '办妥', faults: '请先改正标出的几处。', none: '没有匹配项', draft: '已恢复上次没填完的内容。',
    discard: '放弃并重填', changed: '案件有了新的记录，已更新。', view: '视图已保存', copied: '已复制',
    passkeyNone: '没有用上通行密钥：已取消、已超时，或本机没有本系统的通行密钥。', passkeyKnown: '这台设备上已有本账号的通行密钥。',
  },
  en: {
    offline: 'No connection. Everything you typed is still here; please try again.', saved: 'Recorded',
    session: 'Your session has ended. Sign in in another window and submit again; everything is still here.',
    failed: 'That did not work; nothing was changed.', done: 'done', faults: 'Please mend the marked fields first.', none: 'Nothing matches',
    draft: 'What you had typed before is here again.', discard: 'Discard and start anew', changed: 'The case has a new entry and was updated.',
    view: 'View saved', copied: 'Copied',
    passkeyNone: 'No passkey was used: it was cancelled, took too long, or there is none for this place.',
    passkeyKnown: 'This device has a passkey for this account already.',
  },
};
export const words = all[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'];
