// What the tabs of the app tell each other.
const channel = new BroadcastChannel('doorstep-visits');

export const tellTabs = what => channel.postMessage(what);
export const onTabs = listener => channel.addEventListener('message', ({ data }) => listener(data));
