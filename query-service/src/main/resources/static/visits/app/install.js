// Installing: the browser says when it is possible, and wants to be asked with a finger.
let offer = null;
addEventListener('beforeinstallprompt', event => {
  event.preventDefault();
  offer = event;
});
export const install = {
  possible: () => offer !== null,
  ask: () => { offer?.prompt(); offer = null; },
};
