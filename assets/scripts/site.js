import { copyLinks } from './share.js';
import { switchColours } from './switch-colours.js';
import { orderUpdates } from './updates.js';
import { playVideos } from './video.js';

switchColours();
playVideos();
copyLinks();
orderUpdates();
